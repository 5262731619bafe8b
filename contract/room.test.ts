import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DeviceReportSchema, PageStateSchema, type Room, RoomSchema } from '#contract';

const ROOM: Room = {
  name: 'room1',
  lights: { on: true },
  blinds: { position: 50 },
  temperature: { target: 21, current: 22.5 },
  volume: 40,
  people: { count: 3, present: true },
};

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('a room', () => {
  test('comes out as it went in, without fields that nobody knows', () => {
    expect(v.parse(RoomSchema, { ...ROOM, coffee: true })).toEqual(ROOM);
  });

  test('may not know its people nor how warm it is', () => {
    const unsure = {
      ...ROOM,
      temperature: { target: 21, current: null },
      people: { count: null, present: null },
    };
    expect(v.parse(RoomSchema, unsure)).toEqual(unsure);
  });

  test.each([
    { volume: 101 },
    { volume: null },
    { blinds: { position: -1 } },
    { temperature: { target: 200, current: null } },
    { people: { count: 1.5, present: null } },
    { name: 'x'.repeat(129) },
    { lights: {} },
  ])('is refused with %j', (wrong) => {
    expect(accepts(RoomSchema, { ...ROOM, ...wrong })).toBe(false);
  });
});

describe('a report', () => {
  test('carries what there is news of', () => {
    const reports = [{}, { room: ROOM }, { closesInSeconds: 30 }, { room: ROOM, closesInSeconds: null }];
    for (const report of reports) expect(v.parse(DeviceReportSchema, report)).toEqual(report);
  });

  test.each([
    { closesInSeconds: -1 },
    { closesInSeconds: 86_401 },
    { closesInSeconds: '30' },
    { room: null },
  ])('is refused with %j', (wrong) => {
    expect(accepts(DeviceReportSchema, wrong)).toBe(false);
  });
});

describe("a page's state", () => {
  const state = { page: 'dashboard', language: 'en', dismissal: 'close it', closesInSeconds: 5, room: ROOM };

  test('comes out as it went in, also before the device has reported', () => {
    expect(v.parse(PageStateSchema, state)).toEqual(state);
    const early = { ...state, closesInSeconds: null, room: null };
    expect(v.parse(PageStateSchema, early)).toEqual(early);
  });

  test('is of a page that exists, and whole', () => {
    expect(accepts(PageStateSchema, { ...state, page: 'neutral' })).toBe(false);
    expect(accepts(PageStateSchema, { ...state, room: undefined })).toBe(false);
  });
});
