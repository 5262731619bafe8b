import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type AssistantEventName, assistantEventSchemas, EventTextSchema } from '#contract';

const accepts = (name: AssistantEventName, payload: unknown) =>
  v.safeParse(assistantEventSchemas[name], payload).success;

const GOOD: [AssistantEventName, object][] = [
  ['room-lights', { on: true }],
  ['room-blinds', { set: 0 }],
  ['room-blinds', { change: -20 }],
  ['room-temperature', { set: 21.5 }],
  ['room-temperature', { change: 0.5 }],
  ['room-volume', { set: 100 }],
  ['room-volume', { change: -10 }],
  ['web-view', { action: 'display', url: 'https://example.com', title: 'Page', mode: 'Modal' }],
  ['web-view', { action: 'clear' }],
  ['page-opened', { closeAfterSeconds: 0 }],
  ['page-opened', { closeAfterSeconds: 120, report: { url: 'http://127.0.0.1/views/report', token: 't' } }],
];

const BAD: [AssistantEventName, unknown][] = [
  ['room-lights', { on: 'yes' }],
  ['room-lights', {}],
  ['room-blinds', { set: 101 }],
  ['room-blinds', { set: 50.5 }],
  ['room-temperature', { set: 4 }],
  ['room-temperature', { set: 36 }],
  ['room-temperature', { change: '2' }],
  ['room-volume', { set: -1 }],
  ['web-view', { action: 'display' }],
  ['web-view', { action: 'display', url: 'javascript:alert(1)' }],
  ['web-view', { action: 'display', url: `https://a/${'x'.repeat(2000)}` }],
  ['web-view', { action: 'open', url: 'https://example.com' }],
  ['page-opened', { closeAfterSeconds: -1 }],
  ['page-opened', { closeAfterSeconds: 1.5 }],
  ['page-opened', { closeAfterSeconds: 5, report: { url: 'ftp://x', token: 't' } }],
];

test.each(GOOD)('%s takes %j and gives it back', (name, payload) => {
  expect(v.parse(assistantEventSchemas[name], payload)).toEqual(payload);
});

test.each(BAD)('%s refuses %j', (name, payload) => {
  expect(accepts(name, payload)).toBe(false);
});

describe.each(['room-blinds', 'room-temperature', 'room-volume'] as const)('%s', (name) => {
  test('is either set or changed, never both and never neither', () => {
    expect(accepts(name, { set: 20, change: 1 })).toBe(false);
    expect(accepts(name, {})).toBe(false);
  });
});

test('no payload makes a schema throw', () => {
  const names = Object.keys(assistantEventSchemas) as AssistantEventName[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, payload) => {
      expect(typeof accepts(name, payload)).toBe('boolean');
    }),
  );
});

test('any event may carry a text', () => {
  expect(v.parse(EventTextSchema, { text: 'Hi.', more: 1 })).toEqual({ text: 'Hi.' });
  expect(v.safeParse(EventTextSchema, { text: 1 }).success).toBe(false);
});
