import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineQueue } from './line-queue.ts';

async function rest<Item>(queue: LineQueue<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of queue) items.push(item);
  return items;
}

test('gives what came in, in order, and waits for more until its end', async () => {
  const queue = new LineQueue<number>(10);
  queue.push(1, 2);
  const all = rest(queue);
  await Promise.resolve();
  queue.push(3);
  queue.end();
  expect(await all).toEqual([1, 2, 3]);
});

test('of what waits too long the newest stays', async () => {
  const queue = new LineQueue<number>(2);
  queue.push(1, 2, 3);
  queue.push(4);
  queue.end();
  expect(await rest(queue)).toEqual([3, 4]);
});

test('never holds more than its limit, and always the newest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat())), fc.integer({ min: 1, max: 8 }), async (pushes, limit) => {
      const queue = new LineQueue<number>(limit);
      for (const items of pushes) queue.push(...items);
      queue.end();
      expect(await rest(queue)).toEqual(pushes.flat().slice(-limit));
    }),
  );
});
