import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { createTarget, type DeployTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { DeviceEntry } from './fleet-report.ts';
import { FleetState } from './fleet-state.ts';
import { fleetTable } from './fleet-table.ts';

const targets = (count: number): DeployTarget[] =>
  Array.from({ length: count }, (_, index) =>
    createTarget({ name: `room${index + 1}`, address: 'wss://10.0.0.5' }),
  );

const end = (target: DeployTarget, parts: Partial<DeviceEntry> = {}): FleetEvent => ({
  kind: 'end',
  target,
  entry: {
    device: target.name,
    label: target.label,
    address: target.address,
    outcome: 'deployed',
    attempts: 1,
    seconds: 1.25,
    saves: 3,
    restarts: 1,
    ...parts,
  },
});
const error = { code: 'bad-credentials', message: 'no', exitCode: 2 };

function tableOf(all: DeployTarget[], events: FleetEvent[], columns = 80, rows = 24): string[] {
  const state = new FleetState(all);
  for (const event of events) state.take(event, 1000);
  return fleetTable(state, 3500, { columns, rows }, picocolors.createColors(false));
}

describe('where all devices have room', () => {
  test('each has a line with its label, its time, and what it does or what came of it', () => {
    const all = targets(5);
    const [first, second, third, fourth] = all;
    if (!first || !second || !third || !fourth) throw new Error('too few');
    const lines = tableOf(all, [
      { kind: 'start', target: first },
      { kind: 'start', target: second },
      { kind: 'line', target: second, line: 'room2  save room-controls (9000 bytes)' },
      end(first),
      { kind: 'start', target: third },
      { kind: 'retry', target: third, error: { ...error, code: 'rebooting' }, waitMs: 2000 },
      end(fourth, { outcome: 'failed', error }),
    ]);
    expect(lines).toEqual([
      'room1    1.3 s  deployed',
      'room2    2.5 s  save room-controls (9000 bytes)',
      'room3    2.5 s  rebooting, again in 2.0 s',
      'room4    1.3 s  failed (bad-credentials)',
      'room5    0.0 s  waiting',
      '2 of 5 done: 1 deployed, 1 failed · 2 under way · 1 waiting',
    ]);
  });

  test('one that was not tried says why', () => {
    const [only] = targets(1);
    if (!only) throw new Error('too few');
    const [line] = tableOf([only], [end(only, { outcome: 'not-tried', seconds: 0, reason: 'interrupted' })]);
    expect(line).toBe('room1    0.0 s  not tried: interrupted');
  });
});

describe('where they have not', () => {
  test('only those under way are shown, and the others counted', () => {
    const all = targets(100);
    const lines = tableOf(all, [
      ...all.slice(0, 40).map((target) => end(target)),
      ...all.slice(40, 43).map((target): FleetEvent => ({ kind: 'start', target })),
    ]);
    expect(lines).toEqual([
      'room41     2.5 s  connect',
      'room42     2.5 s  connect',
      'room43     2.5 s  connect',
      '40 of 100 done: 40 deployed · 3 under way · 57 waiting',
    ]);
  });

  test('of those under way as many as fit', () => {
    const all = targets(100);
    const lines = tableOf(
      all,
      all.map((target): FleetEvent => ({ kind: 'start', target })),
      80,
      10,
    );
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('0 of 100 done · 100 under way (92 not shown) · 0 waiting');
  });
});

test('no line is wider than the terminal, and no text of a device commands it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 12 }),
      fc.string({ unit: 'binary-ascii', maxLength: 200 }),
      (columns, rows, text) => {
        const all = targets(6);
        const events = all.map((target): FleetEvent => ({ kind: 'line', target, line: `\x1b[2J${text}` }));
        const lines = tableOf(all, events, columns, rows);
        expect(lines.length).toBeLessThanOrEqual(Math.max(2, rows - 1));
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(Math.max(1, columns - 1));
          expect(line).not.toContain('\x1b');
        }
      },
    ),
  );
});

test('colors tell success from failure, and leave the widths alone', () => {
  const all = targets(2);
  const state = new FleetState(all);
  const [first, second] = all;
  if (!first || !second) throw new Error('too few');
  state.take(end(first), 0);
  state.take(end(second, { outcome: 'failed', error }), 0);
  const colors = picocolors.createColors(true);
  const [good, bad] = fleetTable(state, 0, { columns: 20, rows: 24 }, colors);
  expect(good).toBe(colors.green('room1    1.3 s  de…'));
  expect(bad).toBe(colors.red('room2    1.3 s  fa…'));
});
