import { expect, test } from 'vitest';
import { Activity } from './activity.ts';

test('a device at rest has settled once everything that could go on has gone on', async () => {
  const steps: string[] = [];
  const chain = async () => {
    for (let step = 0; step < 50; step += 1) await Promise.resolve();
    steps.push('done');
  };
  void chain();
  await new Activity().settled();
  expect(steps).toEqual(['done']);
});

test('it settles when the tracked work and what that set off are over', async () => {
  const activity = new Activity();
  const steps: string[] = [];
  const first = activity.track(new Promise<void>((resolve) => setTimeout(resolve, 5)));
  void first.then(() => {
    steps.push('first');
    void activity.track(
      new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => void steps.push('second')),
    );
  });
  await activity.settled();
  expect(steps).toEqual(['first', 'second']);
});

test('work that fails is over too, and its failure stays the caller’s', async () => {
  const activity = new Activity();
  const work = activity.track(Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  await activity.settled();
});
