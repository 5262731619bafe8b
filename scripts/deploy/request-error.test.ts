import { expect, test } from 'vitest';
import { CommandRefused, ConnectionError } from './connection-error.ts';
import { requestError } from './request-error.ts';

const errorOf = (answer: unknown) => requestError('room1', 'Macros Macro Save', answer);

test.each([
  [{ code: -31999, message: 'Permission denied' }, 'no-permission', 'role Admin'],
  [{ code: -31997, message: 'Not ready' }, 'rebooting', 'not ready'],
  [{ code: 1, message: 'No such macro' }, 'command-refused', 'room1: Macros Macro Save: No such macro'],
  [{ code: -31998, message: 'Too many subscribers' }, 'command-refused', 'Too many subscribers'],
  ['no words', 'command-refused', 'no words'],
  [undefined, 'command-refused', 'undefined'],
  [null, 'command-refused', 'null'],
])('%j is %s', (answer, code, text) => {
  expect(errorOf(answer)).toMatchObject({ code, message: expect.stringContaining(text), exitCode: 1 });
});

test('only what passes by itself is worth another try', () => {
  expect(errorOf({ code: -31997 })).toMatchObject({ isPassing: true });
  expect(errorOf({ code: -31999 })).toMatchObject({ isPassing: false });
  expect(errorOf({ code: 1 })).toBeInstanceOf(CommandRefused);
});

test('what is an error already stays as it is', () => {
  const error = new ConnectionError('closed', 'room1 is gone');
  expect(errorOf(error)).toBe(error);
});
