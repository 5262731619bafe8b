import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

/** Work that ends when it is told to. */
function controlled(slots: Slots, started: number[], name: number) {
  let end = () => {};
  const ending = new Promise<void>((resolve) => (end = resolve));
  const done = slots.run(() => {
    started.push(name);
    return ending;
  });
  return { end, done };
}

test('no more than the slots are under way, and who waits comes in order', async () => {
  const slots = new Slots(2);
  const started: number[] = [];
  const [first, second, third, fourth] = [1, 2, 3, 4].map((name) => controlled(slots, started, name));
  expect(started).toEqual([1, 2]);
  second?.end();
  await second?.done;
  expect(started).toEqual([1, 2, 3]);
  for (const each of [first, third, fourth]) each?.end();
  await Promise.all([first?.done, third?.done, fourth?.done]);
  expect(started).toEqual([1, 2, 3, 4]);
});

test('work that fails gives its slot back, and its error', async () => {
  const slots = new Slots(1);
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await slots.run(async () => 'next')).toBe('next');
});

test('all work is done exactly once, whatever the number of slots', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.array(fc.boolean()), async (count, works) => {
      const slots = new Slots(count);
      let underWay = 0;
      let most = 0;
      const results = await Promise.allSettled(
        works.map((succeeds, index) =>
          slots.run(async () => {
            underWay += 1;
            most = Math.max(most, underWay);
            await Promise.resolve();
            underWay -= 1;
            if (!succeeds) throw new Error('no');
            return index;
          }),
        ),
      );
      expect(results.map(({ status }) => status === 'fulfilled')).toEqual(works);
      expect(most).toBe(Math.min(count, works.length));
    }),
  );
});
