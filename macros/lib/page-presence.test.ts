import { beforeEach, describe, expect, test } from 'vitest';
import { type Announcement, PagePresence } from './page-presence.ts';

const first: Announcement = { closeAfterSeconds: 60, report: { url: 'http://server/a', token: 'a' } };
const second: Announcement = { closeAfterSeconds: 90, report: { url: 'http://server/b', token: 'b' } };
const opened = (announcement: Announcement | null) => ({ kind: 'opened', announcement });
const gone = { kind: 'gone' };

let presence: PagePresence;
beforeEach(() => {
  presence = new PagePresence();
});

describe('a page and its announcement find together', () => {
  test('when the announcement comes first', () => {
    expect(presence.announce(first)).toBe(null);
    expect(presence.see('page 1')).toEqual(opened(first));
  });

  test('when the page comes first', () => {
    expect(presence.see('page 1')).toEqual(opened(null));
    expect(presence.announce(first)).toEqual(opened(first));
  });
});

test('a page that is still there is no news', () => {
  presence.see('page 1');
  expect(presence.see('page 1')).toBe(null);
});

test('a page without announcement, as after a restart, is opened without one', () => {
  expect(presence.see('page 1')).toEqual(opened(null));
  expect(presence.settle()).toBe(null);
});

test('a page that goes is gone, once', () => {
  presence.see('page 1');
  expect(presence.see(null)).toEqual(gone);
  expect(presence.see(null)).toBe(null);
});

describe('a second page in place of the first', () => {
  beforeEach(() => {
    presence.announce(first);
    presence.see('page 1');
  });

  test('gets its own announcement when that comes first', () => {
    expect(presence.announce(second)).toBe(null);
    expect(presence.see('page 2')).toEqual(opened(second));
  });

  test('gets its own announcement when that comes later', () => {
    expect(presence.see('page 2')).toEqual(opened(null));
    expect(presence.announce(second)).toEqual(opened(second));
  });

  test('gets its own announcement when the screen is empty in between', () => {
    presence.announce(second);
    expect(presence.see(null)).toEqual(gone);
    expect(presence.see('page 2')).toEqual(opened(second));
  });
});

test('an announcement for the very page that stays is taken for it after a while', () => {
  presence.announce(first);
  presence.see('page 1');
  presence.announce(second);
  expect(presence.settle()).toEqual(opened(second));
});

test('an announcement without a page is forgotten after a while', () => {
  presence.announce(first);
  expect(presence.settle()).toBe(null);
  expect(presence.see('page of tomorrow')).toEqual(opened(null));
});

test('a page that nobody announced in time is not given the announcement of another', () => {
  presence.see('page 1');
  presence.settle();
  expect(presence.announce(second)).toBe(null);
  expect(presence.see('page 2')).toEqual(opened(second));
});
