import type { SSEMessage } from 'hono/streaming';
import type { TurnRecord } from '../assistant/index.ts';
import type { JournalEntry } from '../device/journal.ts';
import { describeDevice, type HostedDevice } from './hosted-device.ts';

/** What one reader of `GET …/live` has still to be sent. */
export interface LiveFeed {
  /** The next messages, as soon as there are any; none when nothing came within `ms`, or at the end. */
  next(ms: number): Promise<SSEMessage[]>;
  readonly closed: boolean;
  close(): void;
}

/** Journal entries that may wait for a slow reader; the journal itself still has those that are dropped. */
const ENTRIES_MAX = 5000;
/** Turns in a snapshot. */
const TURNS_MAX = 50;

/**
 * Follows a device: first a `snapshot`, with the journal after `after`, then what changes. Screen and macros come
 * as they are when the reader is ready, so that a slow reader gets fewer of them, not older ones. A journal entry
 * comes again, with the same `seq`, when its answer is known.
 */
export function openLiveFeed(hosted: HostedDevice, after: number): LiveFeed {
  const news = collectNews(hosted);
  let wake: () => void = () => undefined;
  let closed = false;
  let first = true;
  const close = () => {
    closed = true;
    news.stop();
    wake();
  };
  news.onNews(() => wake());
  return {
    get closed() {
      return closed;
    },
    close,
    async next(ms) {
      if (first) {
        first = false;
        news.take();
        return [snapshotOf(hosted, after)];
      }
      if (!closed && !news.any) await woken(ms, (resolve) => (wake = resolve));
      return closed ? [] : news.take();
    },
  };
}

/** Resolves after `ms`, or sooner when what `hold` was given is called. */
function woken(ms: number, hold: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    hold(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function snapshotOf(hosted: HostedDevice, after: number): SSEMessage {
  const { device, assistant } = hosted;
  const snapshot = {
    device: describeDevice(hosted),
    screen: device.screen.current,
    journal: device.journal.after(after),
    turns: assistant.turns.after(assistant.turns.lastId - TURNS_MAX),
    macros: hosted.macros.list(),
  };
  return { ...message('snapshot', snapshot), id: String(device.journal.last) };
}

function collectNews({ device, assistant, macros }: HostedDevice) {
  const entries = new Map<number, JournalEntry>();
  const turns: TurnRecord[] = [];
  const changed = new Set<'screen' | 'macros'>();
  let tell: () => void = () => undefined;
  const note = (change: () => void) => {
    change();
    tell();
  };
  const stops = [
    device.journal.onEntry((entry) => note(() => keepNewest(entries, entry))),
    device.screen.onChange(() => note(() => changed.add('screen'))),
    assistant.turns.onTurn((turn) => note(() => turns.push(turn))),
    macros.onChange(() => note(() => changed.add('macros'))),
  ];
  return {
    onNews: (listener: () => void) => (tell = listener),
    get any() {
      return entries.size + turns.length + changed.size > 0;
    },
    /** What has come since the last time; it is forgotten here. */
    take(): SSEMessage[] {
      const messages = [
        ...(changed.has('screen') ? [message('screen', device.screen.current)] : []),
        ...[...entries.values()].map((entry) => ({ ...message('journal', entry), id: String(entry.seq) })),
        ...(changed.has('macros') ? [message('macros', macros.list())] : []),
        ...turns.map((turn) => message('turn', turn)),
      ];
      entries.clear();
      changed.clear();
      turns.length = 0;
      return messages;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function keepNewest(entries: Map<number, JournalEntry>, entry: JournalEntry): void {
  entries.set(entry.seq, entry);
  if (entries.size <= ENTRIES_MAX) return;
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}

const message = (event: string, data: unknown): SSEMessage => ({ event, data: JSON.stringify(data) });
