import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { createTarget } from '../target.ts';
import { describeTarget, fleetReport } from './fleet-report.ts';
import { LiveView } from './live-view.ts';
import { TestTerminal } from './test-terminal.ts';

const target = (name: string) => createTarget({ name, address: 'wss://10.0.0.5' });
const room1 = target('room1');
const room2 = target('room2');

test('the table stays in its place; what failed stands above it in full', () => {
  const terminal = new TestTerminal(70);
  const view = new LiveView([room1, room2], terminal, picocolors.createColors(false));
  const numbers = { attempts: 1, seconds: 1, saves: 0, restarts: 0 };
  const message = 'room1: a long explanation\nwith a second line';
  const failed = {
    ...describeTarget(room1),
    ...numbers,
    outcome: 'failed' as const,
    error: { code: 'bad-credentials', message, exitCode: 2 },
  };
  const done = { ...describeTarget(room2), ...numbers, outcome: 'unchanged' as const };
  view.take({ kind: 'start', target: room1 });
  view.take({ kind: 'end', target: room1, entry: failed });
  expect(terminal.text).toBe(
    [
      message,
      'room1    1.0 s  failed (bad-credentials)',
      'room2    0.0 s  waiting',
      '1 of 2 done: 1 failed · 0 under way · 1 waiting',
    ].join('\n'),
  );
  view.take({ kind: 'start', target: room2 });
  view.take({ kind: 'end', target: room2, entry: done });
  view.finish(fleetReport([failed, done], 2));
  expect(terminal.text).toBe(
    [
      message,
      'room1    1.0 s  failed (bad-credentials)',
      'room2    1.0 s  unchanged',
      '2 of 2 done: 1 unchanged, 1 failed · 0 under way · 0 waiting',
      '2 devices in 2.0 s: 1 unchanged, 1 failed; 0 saves, 0 restarts',
    ].join('\n'),
  );
});
