import { describe, expect, onTestFinished, test } from 'vitest';
import { DeviceClock } from './device-clock.ts';
import { NOON } from './test-device.ts';

function clock(settle: () => Promise<void> = async () => undefined): DeviceClock {
  const made = new DeviceClock({ startAt: NOON, settle });
  onTestFinished(() => made.close());
  return made;
}

describe('before the first advance', () => {
  test('the clock follows real time from where it started, and its timers run', async () => {
    const device = clock();
    const ran = new Promise<number>((resolve) => device.after(5, () => resolve(device.now())));
    expect(await ran).toBeGreaterThanOrEqual(NOON + 5);
  });

  test('a timer that was cancelled does not run', async () => {
    const device = clock();
    const runs: string[] = [];
    device.cancel(device.after(1, () => runs.push('cancelled')));
    await new Promise<void>((resolve) => device.after(10, resolve));
    expect(runs).toEqual([]);
  });

  test('a timer further off than Node can count waits', async () => {
    const device = clock();
    const runs: string[] = [];
    device.after(2 ** 40, () => runs.push('far'));
    await new Promise<void>((resolve) => device.after(5, resolve));
    expect(runs).toEqual([]);
  });
});

describe('from the first advance on', () => {
  test('the clock moves only by advance', async () => {
    const device = clock();
    await device.advance(0);
    const stopped = device.now();
    const real = Date.now();
    while (Date.now() === real);
    expect(device.now()).toBe(stopped);
    await device.advance(60_000);
    expect(device.now()).toBe(stopped + 60_000);
  });

  test('timers run in order of time, each at its own moment', async () => {
    const device = clock();
    await device.advance(0);
    const start = device.now();
    const runs: [string, number][] = [];
    const note = (name: string) => () => runs.push([name, device.now() - start]);
    device.after(30, note('c'));
    device.after(10, note('a'));
    device.every(20, note('b'));
    device.after(41, note('too late'));
    await device.advance(40);
    expect(runs).toEqual([
      ['a', 10],
      ['b', 20],
      ['c', 30],
      ['b', 40],
    ]);
  });

  test('what a timer sets within the time runs too', async () => {
    const device = clock();
    const runs: string[] = [];
    device.after(1000, () => {
      runs.push('first');
      device.after(1000, () => runs.push('second'));
    });
    await device.advance(5000);
    expect(runs).toEqual(['first', 'second']);
  });

  test('the device settles after each timer, before the next one runs', async () => {
    const runs: string[] = [];
    const device = clock(async () => {
      await Promise.resolve();
      runs.push('settled');
    });
    device.after(1000, () => runs.push('one'));
    device.after(2000, () => runs.push('two'));
    await device.advance(3000);
    expect(runs).toEqual(['settled', 'one', 'settled', 'two', 'settled']);
  });

  test('two advances at once follow each other', async () => {
    const device = clock();
    await device.advance(0);
    const start = device.now();
    await Promise.all([device.advance(10), device.advance(20)]);
    expect(device.now()).toBe(start + 30);
  });

  test('a timer that throws fails its advance, and the next one works', async () => {
    const device = clock();
    device.after(1000, () => {
      throw new Error('broken timer');
    });
    await expect(device.advance(2000)).rejects.toThrow('broken timer');
    await expect(device.advance(1000)).resolves.toBeUndefined();
  });
});

test('a clock that was closed runs nothing more', async () => {
  const device = clock();
  const runs: string[] = [];
  device.after(1000, () => runs.push('before'));
  device.close();
  device.after(1000, () => runs.push('after'));
  await device.advance(5000);
  expect(runs).toEqual([]);
});
