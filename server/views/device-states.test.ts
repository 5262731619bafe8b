import { expect, test } from 'vitest';
import { DeviceStates } from './device-states.ts';
import { ROOM } from './views.fixture.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const openingOf = (sub: string) => ({
  sub,
  page: 'dashboard' as const,
  language: 'en',
  closes: 120,
  iat: NOW / 1000,
});

test('of too many devices, the one not heard of for longest is forgotten and its pages may come back', () => {
  const states = new DeviceStates(() => new Date(NOW), 2);
  const told: string[] = [];
  const [a, b, c] = [openingOf('a'), openingOf('b'), openingOf('c')];
  states.open(a);
  states.open(b);
  for (const opening of [a, b]) {
    const tell = (what: string) => () => told.push(`${opening.sub} ${what}`);
    states.follow(opening, { changed: tell('changed'), drop: tell('drop'), end: tell('end') });
  }
  states.report(a, { room: ROOM });
  states.open(c);
  expect(told).toEqual(['a changed', 'b drop']);
  expect(states.pageState(a).state.room).toEqual(ROOM);
  expect(states.pageState(b).state.room).toBeNull();
});

test('a device that is forgotten and comes back is never taken for what it was', () => {
  const states = new DeviceStates(() => new Date(NOW), 1);
  const [a, b] = [openingOf('a'), openingOf('b')];
  states.report(a, { room: ROOM });
  const ids = [states.pageState(a).id, states.pageState(b).id, states.pageState(a).id];
  expect(new Set(ids).size).toBe(3);
});
