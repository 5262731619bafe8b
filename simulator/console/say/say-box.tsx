import type { Signal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { connection } from '../state/connection.ts';
import { Icon } from '../ui/icon.tsx';
import { MicrophoneButton } from './microphone-button.tsx';
import { SoundButton } from './sound-button.tsx';
import { unanswered } from './speak-up.ts';
import { Suggestions } from './suggestions.tsx';
import { useSentence } from './use-sentence.ts';
import { useSlashFocuses } from './use-slash-focuses.ts';
import './say-box.css';

/** Where a person talks to the device: by typing, by voice, or with one of the suggestions. */
export function SayBox() {
  const { text, submit, recall } = useSentence();
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(text.value);
  };
  const write = (words: string) => {
    text.value = words;
  };
  return (
    <section class="say" aria-label="Talk to the device">
      <form class="say-form" onSubmit={onSubmit}>
        <Field text={text} onKeyDown={recall} />
        {unanswered.value > 0 && (
          <span class="say-waiting" role="status" aria-label="Waiting for the answer" />
        )}
        <MicrophoneButton onHeard={write} onSentence={submit} />
        <SoundButton />
        <button
          type="submit"
          class="say-send"
          aria-label="Say it"
          disabled={text.value.trim() === '' || connection.value !== 'live'}
        >
          <Icon name="send" />
        </button>
      </form>
      <Suggestions onChoose={submit} />
    </section>
  );
}

interface FieldProps {
  readonly text: Signal<string>;
  onKeyDown(event: KeyboardEvent): void;
}

function Field({ text, onKeyDown }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlashFocuses(field);
  return (
    <input
      class="say-field"
      ref={field}
      value={text.value}
      aria-label="Say something to the device"
      placeholder="ok webex, …"
      autocomplete="off"
      spellcheck={false}
      enterkeyhint="send"
      onInput={(event) => {
        text.value = event.currentTarget.value;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
