import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { connection } from '../state/connection.ts';
import { soundOn } from '../state/sound.ts';
import { Icon } from '../ui/icon.tsx';
import { MicrophoneButton } from './microphone-button.tsx';
import { said } from './said.ts';
import { olderOrNewer } from './sentence-history.ts';
import { speakUp, unanswered } from './speak-up.ts';
import { Suggestions } from './suggestions.tsx';
import './say-box.css';

/** Where a person talks to the device: by typing, by voice, or with one of the suggestions. */
export function SayBox() {
  const text = useSignal('');
  const place = useSignal<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useSlashFocuses(field);
  const submit = (sentence: string) => {
    const trimmed = sentence.trim();
    if (trimmed === '') return;
    said.remember(trimmed);
    text.value = '';
    place.value = null;
    void speakUp(trimmed);
  };
  const recall = (event: KeyboardEvent) => {
    const found = olderOrNewer(said.sentences.value, place.value, event.key);
    if (!found) return;
    event.preventDefault();
    place.value = found.place;
    text.value = found.sentence;
  };
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(text.value);
  };
  return (
    <section class="say" aria-label="Talk to the device">
      <form class="say-form" onSubmit={onSubmit}>
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
          onKeyDown={recall}
        />
        {unanswered.value > 0 && (
          <span class="say-waiting" role="status" aria-label="Waiting for the answer" />
        )}
        <MicrophoneButton
          onHeard={(heard) => {
            text.value = heard;
          }}
          onSentence={submit}
        />
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

function SoundButton() {
  const label = soundOn.value ? 'Switch the sound off' : 'Switch the sound on';
  return (
    <button
      type="button"
      class="icon-button"
      aria-pressed={soundOn.value}
      aria-label={label}
      title={label}
      onClick={() => {
        soundOn.value = !soundOn.value;
      }}
    >
      <Icon name={soundOn.value ? 'soundOn' : 'soundOff'} />
    </button>
  );
}

/** The slash key goes to the field from anywhere where it would not be typed. */
function useSlashFocuses(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, [field]);
}
