import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

const unlimited = { ratePerSecond: 0, now: () => 0 };
const busy = { code: 'busy', status: 503, retryAfter: 1 };

it('lets no more turns in than it can carry, and goes on when one is done', async () => {
  const gate = new Gate({ ...unlimited, turnsInFlight: 2 });
  const done: (() => void)[] = [];
  const slow = () => new Promise<void>((resolve) => done.push(resolve));
  const [first, second] = [gate.pass('a', slow), gate.pass('b', slow)];
  await expect(gate.pass('c', slow)).rejects.toMatchObject(busy);
  done[0]?.();
  await first;
  const third = gate.pass('c', slow);
  for (const finish of done) finish();
  await Promise.all([second, third]);
});

it('gives the place back when a turn fails', async () => {
  const gate = new Gate({ ...unlimited, turnsInFlight: 1 });
  const failing = async () => {
    throw new Error('broken');
  };
  await expect(gate.pass('a', failing)).rejects.toThrow('broken');
  await expect(gate.pass('a', async () => 'well')).resolves.toBe('well');
});

it('says in whole seconds when a client may come again', async () => {
  const gate = new Gate({ ratePerSecond: 0.25, turnsInFlight: 10, now: () => 0 });
  await gate.pass('a', async () => undefined);
  await expect(gate.pass('a', async () => undefined)).rejects.toMatchObject({
    code: 'too-many-requests',
    status: 429,
    retryAfter: 4,
  });
});
