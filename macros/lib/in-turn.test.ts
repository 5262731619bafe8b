import { expect, test } from 'vitest';
import { againIfAsked } from './again-if-asked.ts';
import { inTurn } from './in-turn.ts';

test('tasks run one after another, and a failed one does not stop the next', async () => {
  const steps: string[] = [];
  const task = (name: string) => async () => {
    steps.push(`${name} starts`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === 'a') throw new Error('refused');
    return name;
  };
  const [a, b] = await Promise.allSettled([inTurn(task('a')), inTurn(task('b'))]);
  expect(steps).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
  expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
});

test('what is asked for while it runs is done once more afterwards, however often it was asked', async () => {
  const finish: (() => void)[] = [];
  let running = 0;
  let runs = 0;
  const ask = againIfAsked(async () => {
    runs += 1;
    running += 1;
    expect(running).toBe(1);
    await new Promise<void>((resolve) => finish.push(resolve));
    running -= 1;
  });

  const done = ask();
  ask();
  ask();
  finish[0]?.();
  await expect.poll(() => finish.length).toBe(2);
  finish[1]?.();
  await done;
  expect(runs).toBe(2);
});
