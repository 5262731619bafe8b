import { effect } from '@preact/signals';
import { screen } from './device-state.ts';
import { newlySpoken } from './newly-spoken.ts';
import { stored } from './stored.ts';

/** Whether what the Assistant reads aloud is heard here; off until a person wants it. */
export const soundOn = stored('console.sound', false, (value) => typeof value === 'boolean');

/** Reads aloud what the device's Assistant reads aloud, while the sound is on. */
export function speakReplies(): void {
  let before: readonly string[] | null = null;
  effect(() => {
    if (screen.value === null) return;
    const now = screen.value.assistant?.spoken ?? [];
    const fresh = before === null ? [] : newlySpoken(before, now);
    before = now;
    if (soundOn.value) for (const text of fresh) speechSynthesis.speak(new SpeechSynthesisUtterance(text));
    else speechSynthesis.cancel();
  });
}
