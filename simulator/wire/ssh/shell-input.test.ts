import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShellInput, type ShellRequest } from './shell-input.ts';

/** As jsxapi writes it. */
function written({ line, body }: ShellRequest): string {
  if (body === undefined) return `${line}\n`;
  const text = `${line}\n${body}\n`;
  return `{${Buffer.byteLength(text)}} \n${text}`;
}

const line = fc.stringMatching(/^x[\w "|]*$/);
const request = fc.oneof(
  fc.record({ line }),
  fc.record({
    line,
    body: fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll('z', '\n')),
  }),
);

test('comes out as it was written, however it is cut on its way', () => {
  fc.assert(
    fc.property(fc.array(request), fc.array(fc.nat(50)), (requests, cuts) => {
      let rest = Buffer.from(requests.map(written).join(''));
      const input = new ShellInput();
      const read: ShellRequest[] = [];
      for (const cut of cuts) {
        read.push(...input.take(rest.subarray(0, cut)));
        rest = rest.subarray(cut);
      }
      expect([...read, ...input.take(rest)]).toEqual(requests);
    }),
  );
});

test('waits for the end of a line', () => {
  const input = new ShellInput();
  expect(input.take(Buffer.from('echo '))).toEqual([]);
  expect(input.take(Buffer.from('off\r\nx'))).toEqual([{ line: 'echo off' }]);
});

test('what is longer than any request is refused', () => {
  expect(() => new ShellInput().take(Buffer.from('{99999999} \n'))).toThrow(RangeError);
  expect(() => new ShellInput().take(Buffer.alloc(17 * 1024 * 1024, 'x'))).toThrow(RangeError);
});
