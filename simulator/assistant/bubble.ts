import type { Clock, Timer } from '../device/clock.ts';
import type { AssistantBubble, ScreenStore } from '../device/screen.ts';

/**
 * The Assistant's bubble on the screen. At most one thing is pending at a time, on the device's clock: to hide
 * after a while, or to give up listening.
 */
export interface Bubble {
  /** Shows what was heard and drops everything else, pending things too. */
  think(heard: string): void;
  reply(text: string): void;
  /** Adds a sentence to what is shown: something that could not be done. */
  complain(problem: string): void;
  speak(text: string): void;
  hint(text: readonly string[], prompt: string | null): void;
  listen(timeoutMs: number, giveUp: () => void): void;
  hideAfter(ms: number): void;
  hide(): void;
}

const EMPTY: AssistantBubble = { state: 'thinking', heard: '', reply: null, spoken: [], hints: null };

export function createBubble(screen: ScreenStore, clock: Clock): Bubble {
  let pending: Timer | undefined;
  const cancel = () => {
    if (pending !== undefined) clock.cancel(pending);
    pending = undefined;
  };
  const shown = () => screen.current.assistant ?? EMPTY;
  const show = (part: Partial<AssistantBubble>) => screen.patch({ assistant: { ...shown(), ...part } });
  const answer = (part: Partial<AssistantBubble>) => show({ state: 'answering', ...part });
  const hide = () => {
    cancel();
    screen.patch({ assistant: null });
  };
  return {
    think(heard) {
      cancel();
      screen.patch({ assistant: { ...EMPTY, heard } });
    },
    reply: (text) => answer({ reply: text }),
    complain(problem) {
      const { reply } = shown();
      answer({ reply: reply === null ? problem : `${reply} ${problem}` });
    },
    speak: (text) => answer({ spoken: [...shown().spoken, text] }),
    hint: (text, prompt) => answer({ hints: { text, prompt } }),
    listen(timeoutMs, giveUp) {
      cancel();
      show({ state: 'listening' });
      pending = clock.after(timeoutMs, () => {
        hide();
        giveUp();
      });
    },
    hideAfter(ms) {
      cancel();
      if (ms === 0) hide();
      else pending = clock.after(ms, hide);
    },
    hide,
  };
}
