import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAssistantEvent } from './read-assistant-event.ts';

const read = (Name: unknown, payload?: unknown) =>
  readAssistantEvent({ Name, Payload: JSON.stringify(payload) });

test('an event that our macros answer is known', () => {
  expect(read('room-lights', { on: true })).toEqual({
    kind: 'known',
    name: 'room-lights',
    fields: { on: true },
  });
});

test('a text is kept apart from the fields', () => {
  const event = read('room-blinds', { set: 50, text: 'Half open.' });
  expect(event).toEqual({ kind: 'known', name: 'room-blinds', fields: { set: 50 }, text: 'Half open.' });
});

test("the guide's event is another one, with its text", () => {
  expect(read('Switch', { text: 'Ok, turning lights on.' })).toEqual({
    kind: 'other',
    name: 'Switch',
    text: 'Ok, turning lights on.',
  });
});

test('a text that is no text is none', () => {
  expect(read('Meetings', { text: ['one', 'two'] })).toEqual({ kind: 'other', name: 'Meetings' });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no event of ours', (name) => {
  expect(read(name, {})).toEqual({ kind: 'other', name });
});

test('a payload that cannot be read makes the event broken', () => {
  expect(readAssistantEvent({ Name: 'room-lights', Payload: '{' })).toEqual({
    kind: 'broken',
    name: 'room-lights',
    problem: 'its payload is not JSON',
  });
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.oneof(fc.json(), fc.anything()), (Name, Payload) => {
      expect(['known', 'other', 'broken']).toContain(readAssistantEvent({ Name, Payload }).kind);
    }),
  );
});
