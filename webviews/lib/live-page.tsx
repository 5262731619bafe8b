import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import type { PageName, PageState } from '#contract/page';
import { startClock } from './clock.ts';
import { type Countdown, startCountdown } from './countdown.ts';
import { applyLanguage, chooseLanguage, type Language } from './language.ts';
import { type Notice, startNotice } from './notice.ts';
import { openPageStream, streamAddress } from './page-stream.ts';
import { SENTENCES } from './sentences.ts';

/** Everything that a page shows; each part changes by itself. */
export interface LivePage {
  readonly state: ReadonlySignal<PageState | null>;
  readonly language: ReadonlySignal<Language>;
  /** What to say to make the page go. */
  readonly dismissal: ReadonlySignal<string>;
  readonly countdown: ReadonlySignal<Countdown>;
  readonly notice: ReadonlySignal<Notice>;
  /** The time of day, to the minute. */
  readonly now: ReadonlySignal<Date>;
}

/** Follows the page's stream and draws `View` in the place of what the HTML shows until then. */
export function startLivePage(page: PageName, View: FunctionComponent<{ live: LivePage }>): void {
  const stream = openPageStream(streamAddress(location));
  const { state } = stream;
  const language = computed(() => {
    const turn = state.value?.language;
    return chooseLanguage(turn === undefined ? navigator.languages : [turn, ...navigator.languages]);
  });
  effect(() => applyLanguage(language.value));
  const live: LivePage = {
    state,
    language,
    dismissal: computed(() => state.value?.dismissal ?? SENTENCES[page].close),
    countdown: startCountdown(state),
    notice: startNotice(stream),
    now: startClock(),
  };
  document.body.replaceChildren();
  render(<View live={live} />, document.body);
}
