import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { BuiltMaps } from './built-maps.ts';
import { type FollowOptions, followLog } from './follow-log.ts';
import type { LogItem } from './log-item.ts';

let wired: WiredDevice;
let stop: AbortController;
beforeEach(async () => {
  wired = await WiredDevice.start();
  await wired.device.settled();
  wired.device.macros.log.clear();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await wired.close();
});

const follow = (options: Partial<FollowOptions> = {}) =>
  followLog({
    target: wired.target,
    filter: { macros: [], level: undefined, text: '' },
    maps: new BuiltMaps('/nowhere'),
    since: 'start',
    follow: true,
    signal: stop.signal,
    wait: async () => {},
    ...options,
  });
const write = (message: string) => wired.device.macros.log.add('LOG', 'bell', message);

/** Messages, gaps and notes as they come. */
async function next(log: AsyncGenerator<LogItem, void>): Promise<unknown> {
  const { value } = await log.next();
  if (value === undefined) return undefined;
  if (value.kind === 'line') return value.line.message;
  return value.kind === 'gap' ? value.gap : value.text;
}

const LOST = 'the connection was lost; trying again';

describe('a connection that is lost', () => {
  test('is tried again, each time after twice as long, and then after half a minute', async () => {
    const pauses: number[] = [];
    const wait = async (ms: number) => {
      pauses.push(ms);
      if (pauses.length === 9) wired.listener.faults.refuseConnections = false;
    };
    write('before');
    const log = follow({ wait });
    expect(await next(log)).toBe('before');
    wired.listener.faults.refuseConnections = true;
    wired.listener.faults.drop();
    expect(await next(log)).toBe(LOST);
    expect(await next(log)).toEqual({ seconds: expect.any(Number), missing: 0 });
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('begins with a short pause the next time', async () => {
    const pauses: number[] = [];
    const wait = async (ms: number) => void pauses.push(ms);
    write('before');
    const log = follow({ wait });
    await next(log);
    for (const _ of [1, 2]) {
      wired.listener.faults.drop();
      expect(await next(log)).toBe(LOST);
      expect(await next(log)).toMatchObject({ missing: 0 });
    }
    expect(pauses).toEqual([500, 500]);
  });

  test('to a log that was begun anew leaves a gap that nobody can count', async () => {
    write('before');
    const log = follow();
    await next(log);
    const line = {
      Level: 'LOG',
      Macro: 'bell',
      Message: 'anew',
      Offset: 1,
      Timestamp: '2030-01-01T00:00:00Z',
    };
    wired.device.setAnswer(['Macros', 'Log', 'Get'], { answer: { Log: [line] } });
    wired.listener.faults.drop();
    expect(await next(log)).toBe(LOST);
    expect(await next(log)).toMatchObject({ missing: null });
    expect(await next(log)).toBe('anew');
  });

  test('is not waited for any more when the command ends', async () => {
    write('before');
    const log = follow({ wait: async () => stop.abort() });
    await next(log);
    wired.listener.faults.drop();
    expect(await next(log)).toBe(LOST);
    expect(await next(log)).toBeUndefined();
  });
});

describe('events', () => {
  test('that skip a number are told as a gap', async () => {
    write('one');
    const log = follow();
    expect(await next(log)).toBe('one');
    wired.device.raise(['Macros', 'Log'], {
      Level: 'LOG',
      Macro: 'bell',
      Message: 'much later',
      Offset: 1000,
      Timestamp: '2030-01-01T00:00:00Z',
    });
    expect(await next(log)).toEqual({ seconds: null, missing: expect.any(Number) });
    expect(await next(log)).toBe('much later');
  });

  test('come in their order, however many', async () => {
    write('first');
    const log = follow();
    await next(log);
    const messages = Array.from({ length: 500 }, (_, index) => `line ${index}`);
    messages.forEach(write);
    for (const message of messages) expect(await next(log)).toBe(message);
  });

  test('end with the signal, and so does the log', async () => {
    write('first');
    const log = follow();
    await next(log);
    const ended = log.next();
    stop.abort();
    expect(await ended).toEqual({ value: undefined, done: true });
  });
});

test('what a reader who is too slow misses is counted', async () => {
  write('first');
  const log = follow();
  await next(log);
  for (let count = 0; count < 12_000; count += 1) write(`line ${count}`);
  await wired.device.settled();
  write('last');
  const seen: unknown[] = [];
  do seen.push(await next(log));
  while (seen.at(-1) !== 'last');
  const missing = seen.reduce<number>((sum, item) => sum + (Object(item).missing ?? 0), 0);
  expect(seen.filter((item) => typeof item === 'string')).toHaveLength(12_001 - missing);
});
