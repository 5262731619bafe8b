import { afterEach, expect, it } from 'vitest';
import { ChangePoller } from './change-poller.ts';

const HOUR = 3_600_000;
let started: ChangePoller | undefined;
afterEach(() => started?.close());

async function startPoller(intervalMs = HOUR) {
  const world = { state: 'one', broken: false };
  const loaded: string[] = [];
  const failures: unknown[] = [];
  started = await ChangePoller.start({
    fingerprint: async () => world.state,
    load: async () => {
      if (world.broken) throw new Error(`cannot load ${world.state}`);
      loaded.push(world.state);
    },
    failed: (error) => failures.push(error),
    intervalMs,
  });
  return { poller: started, world, loaded, failures };
}

it('loads at the start, and again only when there is something new', async () => {
  const { poller, world, loaded } = await startPoller();
  await poller.check();
  world.state = 'two';
  await poller.check();
  await poller.check();
  expect(loaded).toEqual(['one', 'two']);
});

it('looks by itself', async () => {
  const { world, loaded } = await startPoller(1);
  world.state = 'two';
  await expect.poll(() => loaded).toEqual(['one', 'two']);
});

it('tells of a failure once, and tries again at the next change', async () => {
  const { poller, world, loaded, failures } = await startPoller();
  Object.assign(world, { state: 'half', broken: true });
  await poller.check();
  await poller.check();
  expect(failures).toEqual([new Error('cannot load half')]);
  Object.assign(world, { state: 'whole', broken: false });
  await poller.check();
  expect(loaded).toEqual(['one', 'whole']);
});

it('loads when told to, changed or not', async () => {
  const { poller, loaded } = await startPoller();
  await poller.reload();
  expect(loaded).toEqual(['one', 'one']);
});

it('leaves a failure at the start to whoever starts it', async () => {
  const broken = ChangePoller.start({
    fingerprint: async () => '',
    load: async () => {
      throw new Error('nothing there');
    },
    failed: () => undefined,
    intervalMs: HOUR,
  });
  await expect(broken).rejects.toThrow('nothing there');
});
