import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { PacedOutput } from './paced-output.ts';

const never = new AbortController().signal;

/** A reader that takes a piece only when it is told to. */
function slowReader() {
  const taken: string[] = [];
  let take = () => {};
  const stream = new Writable({
    highWaterMark: 4,
    decodeStrings: false,
    write(chunk, _encoding, done) {
      take = () => {
        taken.push(chunk);
        done();
      };
    },
  });
  return { stream, taken, take: () => take() };
}

test('waits for a reader that is too slow', async () => {
  const reader = slowReader();
  const output = new PacedOutput(reader.stream);
  let isWritten = false;
  const written = output.write('a long line', never).then(() => {
    isWritten = true;
  });
  await Promise.resolve();
  expect(isWritten).toBe(false);
  reader.take();
  await written;
  expect(reader.taken).toEqual(['a long line']);
});

test('many that wait need one listener', async () => {
  const reader = slowReader();
  const output = new PacedOutput(reader.stream);
  const written = Array.from({ length: 50 }, () => output.write('a long line', never));
  expect(reader.stream.listenerCount('drain')).toBe(1);
  for (let count = 0; count < 50; count += 1) reader.take();
  await Promise.all(written);
  expect(reader.taken).toHaveLength(50);
});

test('a command that ends does not wait for its reader', async () => {
  const stop = new AbortController();
  const output = new PacedOutput(slowReader().stream);
  const written = output.write('a long line', stop.signal);
  stop.abort();
  await written;
});

test('a reader that goes away is told, and is no error', async () => {
  const { stream } = slowReader();
  const output = new PacedOutput(stream);
  const written = output.write('a long line', output.gone);
  stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  await written;
  expect(output.gone.aborted).toBe(true);
});
