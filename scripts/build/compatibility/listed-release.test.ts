import { expect, test } from 'vitest';
import { listedRelease } from './listed-release.ts';

const RELEASES = ['9.15.17.4', '11.14.4.0', '11.14.5.0', '11.15.1', '26.4.1'];

test.each([
  ['11.14.4.0', '11.14.4.0'],
  ['11.14', '11.14.5.0'],
  ['11.14.4.7', '11.14.4.0'],
  ['RoomOS 26.4.1 bc21ae', '26.4.1'],
  ['ce11.15.1.0.7a1', '11.15.1'],
  ['27.1.1', '26.4.1'],
  ['11.1', '9.15.17.4'],
  ['9.1', undefined],
  ['newest', undefined],
])('%s is read in the catalogue as %s', (release, listed) => {
  expect(listedRelease(RELEASES, release)).toBe(listed);
});
