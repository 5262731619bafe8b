import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { peakMemory } from './peak-memory.ts';

test('what the work took is seen, even when it is given back before the end', async () => {
  const { result, before, peak } = await peakMemory(async () => {
    const taken = Buffer.alloc(64 * 1024 * 1024, 1);
    await wait(60);
    return taken.length;
  });
  expect(result).toBe(64 * 1024 * 1024);
  expect(peak - before).toBeGreaterThan(50);
});

test('an error of the work is the answer', async () => {
  await expect(peakMemory(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
