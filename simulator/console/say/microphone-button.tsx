import { useSignal } from '@preact/signals';
import { notice } from '../state/notice.ts';
import { Icon } from '../ui/icon.tsx';
import { hearSentence, recognitionClass } from './speech-recognition.ts';

interface MicrophoneButtonProps {
  onHeard(text: string): void;
  onSentence(text: string): void;
}

/** Reasons that are no fault: the person said nothing, or pressed the button again. */
const HARMLESS = ['no-speech', 'aborted'];

/** Nothing where the browser cannot listen. */
export function MicrophoneButton({ onHeard, onSentence }: MicrophoneButtonProps) {
  const stop = useSignal<(() => void) | null>(null);
  const Recognition = recognitionClass;
  if (!Recognition) return null;
  const onEnd = (problem?: string) => {
    stop.value = null;
    if (problem && !HARMLESS.includes(problem)) notice.value = `Microphone: ${problem}`;
  };
  const toggle = () => {
    if (stop.value) stop.value();
    else stop.value = hearSentence(Recognition, { onHeard, onSentence, onEnd });
  };
  const label = stop.value ? 'Stop listening' : 'Speak';
  return (
    <button
      type="button"
      class={stop.value ? 'icon-button say-listening' : 'icon-button'}
      aria-pressed={stop.value !== null}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <Icon name="microphone" />
    </button>
  );
}
