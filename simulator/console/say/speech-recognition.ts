/** The part of the Web Speech API that is used here; the DOM's types know only its results. */
interface SpeechRecognition extends EventTarget {
  lang: string;
  interimResults: boolean;
  onresult: ((event: SpeechRecognitionEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

interface SpeechRecognitionEvent {
  readonly results: SpeechRecognitionResultList;
}

type SpeechRecognitionClass = new () => SpeechRecognition;

const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
  SpeechRecognition?: SpeechRecognitionClass;
  webkitSpeechRecognition?: SpeechRecognitionClass;
};

/** The browser's speech recognition, where it has one. */
export const recognitionClass = SpeechRecognition ?? webkitSpeechRecognition;

export interface HearingCallbacks {
  /** What has been heard so far. */
  onHeard(text: string): void;
  onSentence(text: string): void;
  /** Called once; with the browser's word for it when something was wrong. */
  onEnd(problem?: string): void;
}

/** Listens for one sentence. The answer stops the listening. */
export function hearSentence(Recognition: SpeechRecognitionClass, callbacks: HearingCallbacks): () => void {
  const recognition = new Recognition();
  let problem: string | undefined;
  recognition.lang = navigator.language;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    const parts = [...results];
    const text = parts.map((part) => part[0]?.transcript ?? '').join('');
    if (parts.every((part) => part.isFinal)) callbacks.onSentence(text);
    else callbacks.onHeard(text);
  };
  recognition.onerror = ({ error }) => {
    problem = error;
  };
  recognition.onend = () => callbacks.onEnd(problem);
  recognition.start();
  return () => recognition.stop();
}
