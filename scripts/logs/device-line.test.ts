import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRuntimeStart, readDeviceLines } from './device-line.ts';

const AT = '2026-11-20T12:00:00.000Z';

test('a line is read as the WebSocket and as a shell write it', () => {
  const line = { Level: 'warn', Macro: 'bell', Message: 'ding', Timestamp: AT };
  const read = { level: 'WARN', macro: 'bell', message: 'ding', offset: 7, time: Date.parse(AT) };
  expect(readDeviceLines({ ...line, Offset: 7, id: 1 })).toEqual([read]);
  expect(readDeviceLines([{ ...line, Offset: '7', id: '1' }])).toEqual([read]);
});

test('what a device leaves out is not made up', () => {
  expect(readDeviceLines([{ Message: 'ding', Offset: '', Timestamp: 'soon' }])).toEqual([
    { level: '', macro: '', message: 'ding', offset: null, time: null },
  ]);
});

test('what is no line gives none, whatever it is', () => {
  expect(readDeviceLines([null, 'text', { Message: 3 }, [], {}])).toEqual([]);
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const { level, message } of readDeviceLines(value))
        expect([typeof level, typeof message]).toEqual(['string', 'string']);
    }),
  );
});

test('only the runtime itself starts macros', () => {
  expect(isRuntimeStart({ macro: '[system]', message: 'Starting macros...' })).toBe(true);
  expect(isRuntimeStart({ macro: 'bell', message: 'Starting macros...' })).toBe(false);
});
