import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { timeOfDay } from './format.ts';
import type { Language } from './language.ts';
import type { PageStream } from './page-stream.ts';
import { fill } from './words.ts';

/** What a person should know about the data on the page; `null` when all is well. */
export type Notice =
  | { readonly kind: 'unreached' | 'liveAgain' | 'ended' | 'unreadable' }
  | { readonly kind: 'lostSince'; readonly since: Date }
  | null;

/** How long the page says that it is live again. */
const LIVE_AGAIN_MS = 5_000;

export function startNotice({ connection, unreadable }: PageStream): ReadonlySignal<Notice> {
  const notice = signal<Notice>(null);
  let lost: Notice = null;
  let wasLive = false;
  effect(() => {
    if (connection.value === 'lost') {
      lost = wasLive ? { kind: 'lostSince', since: new Date() } : { kind: 'unreached' };
      notice.value = lost;
      return;
    }
    if (connection.value === 'ended') {
      notice.value = { kind: 'ended' };
      return;
    }
    if (unreadable.value) {
      notice.value = { kind: 'unreadable' };
      return;
    }
    if (connection.value === 'live') wasLive = true;
    notice.value = lost && { kind: 'liveAgain' };
    if (!lost) return;
    lost = null;
    const timer = setTimeout(() => {
      notice.value = null;
    }, LIVE_AGAIN_MS);
    return () => clearTimeout(timer);
  });
  return notice;
}

export function noticeText(notice: NonNullable<Notice>, language: Language): string {
  const text = language.words[notice.kind];
  return notice.kind === 'lostSince' ? fill(text, timeOfDay(notice.since, language)) : text;
}
