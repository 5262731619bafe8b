import { expect, test } from 'vitest';
import { createTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';
import { describeTarget } from './fleet-report.ts';
import { OrderedView } from './ordered-view.ts';

const [room1, room2, room3] = ['room1', 'room2', 'room3'].map((name) =>
  createTarget({ name, address: 'wss://10.0.0.5' }),
) as [ReturnType<typeof createTarget>, ReturnType<typeof createTarget>, ReturnType<typeof createTarget>];

const line = (target: typeof room1, text: string): FleetEvent => ({
  kind: 'line',
  target,
  line: `${target.label}  ${text}`,
});
const end = (target: typeof room1): FleetEvent => {
  const entry = { outcome: 'planned' as const, attempts: 1, seconds: 1, saves: 0, restarts: 0 };
  return { kind: 'end', target, entry: { ...describeTarget(target), ...entry } };
};

test('the lines of a device come together, in the order of the inventory, as soon as they can', () => {
  const seen: string[] = [];
  const view = new OrderedView([room1, room2, room3], {
    take: (event) =>
      void seen.push(event.kind === 'line' ? event.line : `${event.target.name} ${event.kind}`),
    finish: () => void seen.push('finish'),
  });
  view.take(line(room2, 'b1'));
  view.take(line(room1, 'a1'));
  view.take(line(room2, 'b2'));
  view.take(end(room2));
  expect(seen).toEqual([]);
  view.take(line(room1, 'a2'));
  view.take(end(room1));
  expect(seen).toEqual(['room1  a1', 'room1  a2', 'room1 end', 'room2  b1', 'room2  b2', 'room2 end']);
  view.take(end(room3));
  expect(seen.at(-1)).toBe('room3 end');
});
