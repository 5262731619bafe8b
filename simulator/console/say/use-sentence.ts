import { type Signal, useSignal } from '@preact/signals';
import { said } from './said.ts';
import { olderOrNewer } from './sentence-history.ts';
import { speakUp } from './speak-up.ts';

interface Sentence {
  /** What stands in the field. */
  readonly text: Signal<string>;
  /** Says a sentence, remembers it and empties the field. */
  submit(sentence: string): void;
  /** Calls back what was said before, with the arrow keys. */
  recall(event: KeyboardEvent): void;
}

/** The sentence that is being written. */
export function useSentence(): Sentence {
  const text = useSignal('');
  const place = useSignal<number | null>(null);
  return {
    text,
    submit(sentence) {
      const trimmed = sentence.trim();
      if (trimmed === '') return;
      said.remember(trimmed);
      text.value = '';
      place.value = null;
      void speakUp(trimmed);
    },
    recall(event) {
      const found = olderOrNewer(said.sentences.value, place.value, event.key);
      if (!found) return;
      event.preventDefault();
      place.value = found.place;
      text.value = found.sentence;
    },
  };
}
