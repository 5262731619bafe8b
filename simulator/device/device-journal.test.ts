import { describe, expect, test } from 'vitest';
import { DeviceJournal } from './device-journal.ts';
import type { JournalEntry } from './journal.ts';
import { NOON } from './test-device.ts';

const journal = () => new DeviceJournal({ now: () => NOON });
const asked = { origin: 'client:1', kind: 'command', path: 'Audio Volume Set' } as const;

describe('the journal', () => {
  test('numbers entries without gaps and dates them by the device’s clock', () => {
    const kept = journal();
    kept.add(asked);
    const second = kept.add(asked);
    expect(second).toEqual({ seq: 2, at: '2026-11-20T12:00:00.000Z', ...asked });
    expect(kept.last).toBe(2);
    expect(kept.after(1)).toEqual([second]);
    expect(kept.after(2)).toEqual([]);
  });

  test('keeps the order of asking, whenever the answer comes', () => {
    const kept = journal();
    const answered = kept.open(asked);
    kept.add({ ...asked, kind: 'event' });
    answered({ result: { status: 'OK' } });
    expect(kept.after(0)).toMatchObject([
      { seq: 1, result: { status: 'OK' } },
      { seq: 2, kind: 'event' },
    ]);
  });

  test('tells of an entry when it is made, and again when its answer is known', () => {
    const kept = journal();
    const told: JournalEntry[] = [];
    const off = kept.onEntry((entry) => told.push(entry));
    kept.open(asked)({ error: { code: 1, message: 'no' } });
    off();
    kept.add(asked);
    expect(told).toMatchObject([{ seq: 1 }, { seq: 1, error: { code: 1 } }]);
  });

  test('forgets the oldest past its bound, and still finds the others by number', () => {
    const kept = journal();
    const early = kept.open(asked);
    for (let count = 0; count < 30_000; count += 1) kept.add(asked);
    early({ result: 'too late' });
    const entries = kept.after(0);
    expect(entries.length).toBeLessThan(21_001);
    expect(entries.at(-1)?.seq).toBe(30_001);
    expect(kept.after(30_000)).toHaveLength(1);
    expect(entries.some(({ result }) => result === 'too late')).toBe(false);
  });

  test('cuts long bodies and answers, and says how long they were', () => {
    const kept = journal();
    const { body } = kept.add({ ...asked, body: 'x'.repeat(100_000) });
    expect(body?.length).toBeLessThan(20_000);
    expect(body).toContain('(100000 characters)');
    const { error } = kept.add({ ...asked, error: { code: 1, message: 'z'.repeat(100_000) } });
    expect(error?.code).toBe(1);
    expect(error?.message.length).toBeLessThan(20_000);
    kept.open(asked)({ result: { text: 'y'.repeat(100_000) } });
    expect(JSON.stringify(kept.after(2)).length).toBeLessThan(20_000);
  });
});
