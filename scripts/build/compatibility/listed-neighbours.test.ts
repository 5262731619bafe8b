import { expect, test } from 'vitest';
import { listedNeighbours } from './listed-neighbours.ts';

const RELEASES = ['9.15.17.4', '11.14.4.0', '11.14.5.0', '11.15.1', '26.4.1'];

test.each([
  ['11.14.4.0', '11.14.4.0'],
  ['11.14', '11.14.5.0'],
  ['11.14.4.7', '11.14.4.0'],
  ['11.14.2.3', '11.14.4.0'],
  ['RoomOS 26.4.1.8 bc21ae', '26.4.1'],
  ['ce11.15.1.0.7a1', '11.15.1'],
])('%s is listed as %s', (release, listed) => {
  expect(listedNeighbours(RELEASES, release)).toEqual({ before: listed, after: listed });
});

test.each([
  ['11.20.1', '11.15.1', '26.4.1'],
  ['11.1', '9.15.17.4', '11.14.4.0'],
  ['27.1.1', '26.4.1', undefined],
])('%s lies between %s and %s', (release, before, after) => {
  expect(listedNeighbours(RELEASES, release)).toEqual({ before, after });
});

test.each(['9.1', 'newest', ''])('%s is not known', (release) => {
  expect(listedNeighbours(RELEASES, release)).toBeUndefined();
});
