import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePayload } from './parse-payload.ts';

test('an object is read', () => {
  expect(parsePayload('{"text":"hello"}')).toEqual({ payload: { text: 'hello' } });
});

test('no payload is an empty one', () => {
  expect(parsePayload(undefined)).toEqual({ payload: {} });
  expect(parsePayload('')).toEqual({ payload: {} });
});

test.each([
  ['{"text":', 'its payload is not JSON'],
  ['undefined', 'its payload is not JSON'],
  ['[1]', 'its payload is no object'],
  ['null', 'its payload is no object'],
  ['"text"', 'its payload is no object'],
  [7, 'its payload is no text'],
  [`{"text":"${'x'.repeat(70_000)}"}`, 'its payload has more than 65536 characters'],
])('%.20s gets a reason', (payload, problem) => {
  expect(parsePayload(payload)).toEqual({ problem });
});

test('whatever it is, it gives a payload or a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (payload) => {
      const result = parsePayload(payload);
      expect('payload' in result ? typeof result.payload : typeof result.problem).toMatch(/object|string/);
    }),
  );
});
