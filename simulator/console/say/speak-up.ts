import { signal } from '@preact/signals';
import { say } from '../state/control-api.ts';
import { applyTurn } from '../state/device-state.ts';
import { attempt } from '../state/notice.ts';
import { selectedName } from '../state/selected-device.ts';

/** How many sentences the Assistant has not answered yet. */
export const unanswered = signal(0);

/** Says a sentence to the device that is shown; resolves when it has come to rest. */
export async function speakUp(text: string): Promise<void> {
  const name = selectedName.value;
  if (name === null) return;
  unanswered.value += 1;
  const turn = await attempt('Say', () => say(name, text)).finally(() => {
    unanswered.value -= 1;
  });
  if (turn && name === selectedName.value) applyTurn(turn);
}
