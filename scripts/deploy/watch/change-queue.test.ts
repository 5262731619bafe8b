import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChangeQueue } from './change-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what changes together is one batch, each file once', async () => {
  const batches: (readonly string[])[] = [];
  const queue = new ChangeQueue(async (files) => void batches.push(files));
  queue.add('a.ts');
  queue.add('b.ts');
  queue.add('a.ts');
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toEqual([['a.ts', 'b.ts']]);
});

test('what changes meanwhile is a batch of its own, begun when the one before is done', async () => {
  const batches: (readonly string[])[] = [];
  let finish = () => {};
  const queue = new ChangeQueue((files) => {
    batches.push(files);
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  queue.add('a.ts');
  await vi.advanceTimersByTimeAsync(1000);
  queue.add('b.ts');
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toEqual([['a.ts']]);
  finish();
  await vi.advanceTimersByTimeAsync(1000);
  expect(batches).toEqual([['a.ts'], ['b.ts']]);
});

test('after it is closed nothing is handed on', async () => {
  const handle = vi.fn(async () => {});
  const queue = new ChangeQueue(handle);
  queue.add('a.ts');
  queue.close();
  await vi.advanceTimersByTimeAsync(1000);
  expect(handle).not.toHaveBeenCalled();
});
