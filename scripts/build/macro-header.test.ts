import { expect, test } from 'vitest';
import { isOurMacro, macroHeader, readMacroHeader } from './macro-header.ts';

const HASH = 'ab'.repeat(32);

test('what the first line says can be read again', () => {
  const source = `${macroHeader('room-controls', '0.1.0', HASH)}\nimport xapi from "xapi";\n`;
  expect(readMacroHeader(source)).toEqual({ name: 'room-controls', version: '0.1.0', hash: HASH });
  expect(readMacroHeader(source.replaceAll('\n', '\r\n'))).toMatchObject({ hash: HASH });
});

test.each(['', 'import xapi from "xapi";', `\n${macroHeader('a', '1', HASH)}`, macroHeader('a', '1', 'cut')])(
  '%j is the start of no macro with a hash of ours',
  (source) => {
    expect(readMacroHeader(source)).toBeUndefined();
  },
);

test('a header that somebody has edited still says whose the macro is', () => {
  expect(isOurMacro(macroHeader('a', '1', 'edited'))).toBe(true);
});
