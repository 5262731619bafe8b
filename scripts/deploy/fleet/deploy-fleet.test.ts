import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleMacros, type MacroBundle } from '#scripts/build/bundle-macros';
import { deployMacros } from '../deploy-macros.ts';
import { createTarget } from '../target.ts';
import { deployFleet } from './deploy-fleet.ts';
import type { FleetEvent } from './fleet-event.ts';
import type { FleetOptions, OneDevice } from './fleet-options.ts';
import { exitCodeOf } from './fleet-report.ts';
import { closeFleet, type FleetMember, startFleet } from './test-fleet.ts';

let bundles: readonly MacroBundle[];
beforeAll(async () => {
  bundles = await bundleMacros(process.cwd());
});

/** The real sequence, without the time that the macros must stay up. */
const deployOne = (device: OneDevice) => deployMacros({ ...device, stayUpMs: 0 });

let fleet: FleetMember[];
let events: FleetEvent[];
beforeEach(async () => {
  fleet = await startFleet(5);
  events = [];
});
afterEach(() => closeFleet(fleet));

/** The member of that number, counted from 1 as the names are. */
function room(number: number): FleetMember {
  const member = fleet[number - 1];
  if (!member) throw new Error(`there is no room${number}`);
  return member;
}

const deploy = (options: Partial<FleetOptions> = {}) =>
  deployFleet(
    fleet.map(({ target }) => target),
    {
      bundlesFor: async () => bundles,
      deployOne,
      backoffMs: () => 0,
      onProgress: (event) => events.push(event),
      ...options,
    },
  );

const outcomes = ({ devices }: Awaited<ReturnType<typeof deploy>>) => devices.map(({ outcome }) => outcome);
const retries = () => events.flatMap((event) => (event.kind === 'retry' ? event.error.code : []));

describe('a sound fleet', () => {
  test('gets all macros, and a second time nothing is saved and nothing restarted', async () => {
    const first = await deploy({ concurrency: 2 });
    expect(first).toMatchObject({ ok: true, saves: 15, restarts: 5, counts: { deployed: 5 } });
    const second = await deploy();
    expect(second).toMatchObject({ ok: true, saves: 0, restarts: 0, counts: { unchanged: 5 } });
    expect(second.devices.map(({ device }) => device)).toEqual(['room1', 'room2', 'room3', 'room4', 'room5']);
    expect(exitCodeOf(second)).toBe(0);
  });

  test('is never worked on by more than were asked for', async () => {
    let underWay = 0;
    let most = 0;
    const counting = async (device: OneDevice) => {
      underWay += 1;
      most = Math.max(most, underWay);
      return deployOne(device).finally(() => {
        underWay -= 1;
      });
    };
    await deploy({ concurrency: 2, deployOne: counting });
    expect(most).toBe(2);
  });

  test('tells of each device: its start, its lines with its label, its end', async () => {
    await deploy();
    for (const { target } of fleet) {
      const own = events.filter((event) => event.target === target);
      expect(own[0]?.kind).toBe('start');
      expect(own.at(-1)).toMatchObject({ kind: 'end', entry: { outcome: 'deployed', attempts: 1 } });
      const lines = own.flatMap((event) => (event.kind === 'line' ? event.line : []));
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) expect(line.startsWith(`${target.label}  `)).toBe(true);
    }
  });
});

describe('what goes wrong with one device is told, and keeps no other back', () => {
  test('a wrong password, which is not tried twice and not printed', async () => {
    room(2).wire.faults.refusePassword = true;
    const report = await deploy();
    expect(outcomes(report)).toEqual(['deployed', 'failed', 'deployed', 'deployed', 'deployed']);
    expect(report.devices[1]).toMatchObject({ attempts: 1, error: { code: 'bad-credentials', exitCode: 2 } });
    expect(report.error).toEqual(report.devices[1]?.error);
    expect(exitCodeOf(report)).toBe(1);
    expect(JSON.stringify(report)).not.toContain('simulated');
  });

  test('one that drops the connection is tried again, and makes it', async () => {
    const { device, wire } = room(3);
    const off = device.journal.onEntry(({ path }) => {
      if (path !== 'Macros Macro Save') return;
      off();
      wire.faults.drop();
    });
    const report = await deploy();
    expect(report).toMatchObject({ ok: true, counts: { deployed: 5 } });
    expect(report.devices[2]).toMatchObject({ attempts: 2 });
    expect(retries()).toEqual(['closed']);
  });

  test('one that reboots in the middle is tried again, and makes it', async () => {
    const { device } = room(1);
    const off = device.journal.onEntry(({ path }) => {
      if (path !== 'Macros Macro Activate') return;
      off();
      device.restart();
    });
    const report = await deploy();
    expect(report.ok).toBe(true);
    expect(report.devices[0]).toMatchObject({ attempts: 2, outcome: 'deployed' });
  });

  test('one that is not there is given up after the retries', async () => {
    const nowhere = createTarget({ name: 'nowhere', address: 'ws://nowhere.invalid', insecure: true });
    const report = await deployFleet([nowhere], {
      bundlesFor: async () => bundles,
      deployOne,
      retries: 2,
      backoffMs: () => 0,
    });
    expect(report.devices[0]).toMatchObject({ attempts: 3, error: { code: 'unreachable' } });
    expect(exitCodeOf(report)).toBe(2);
  });

  test('macros that do not build for one', async () => {
    const bundlesFor = async ({ name }: { name: string }) => {
      if (name === 'room4') throw new TypeError('oops');
      return bundles;
    };
    const report = await deploy({ bundlesFor });
    expect(report.counts).toEqual({ deployed: 4, failed: 1 });
    expect(report.devices[3]?.error).toMatchObject({
      code: 'bug',
      message: expect.stringContaining('TypeError: oops'),
    });
  });
});

describe('the canary', () => {
  test('is finished before any other begins', async () => {
    await deploy({ canary: 2 });
    const order = events.flatMap((event) =>
      event.kind === 'line' ? [] : `${event.kind} ${event.target.name}`,
    );
    const firstOther = order.findIndex((each) => /start room[345]/.test(each));
    expect(order.slice(0, firstOther).sort()).toEqual([
      'end room1',
      'end room2',
      'start room1',
      'start room2',
    ]);
  });

  test('that fails keeps all others from being tried', async () => {
    room(1).wire.faults.refusePassword = true;
    const report = await deploy({ canary: 1 });
    expect(report.counts).toEqual({ failed: 1, 'not-tried': 4 });
    expect(report.devices[4]).toMatchObject({ attempts: 0, reason: 'the canary SIM room1 failed' });
    expect(exitCodeOf(report)).toBe(2);
    expect(room(2).changes()).toEqual([]);
  });
});

test('after so many failures no further device is tried, and what is under way ends', async () => {
  for (const number of [1, 2]) room(number).wire.faults.refusePassword = true;
  const report = await deploy({ concurrency: 1, stopAfter: 2 });
  expect(outcomes(report)).toEqual(['failed', 'failed', 'not-tried', 'not-tried', 'not-tried']);
  expect(report.devices[2]?.reason).toBe('stopped after 2 failed');
});

describe('Ctrl-C', () => {
  test('ends what is under way and lists the others as not tried', async () => {
    const stop = new AbortController();
    const off = room(2).device.journal.onEntry(({ path }) => {
      if (path === 'Macros Macro Save') stop.abort();
    });
    const report = await deploy({ concurrency: 1, signal: stop.signal });
    off();
    expect(outcomes(report)).toEqual(['deployed', 'interrupted', 'not-tried', 'not-tried', 'not-tried']);
    expect(report.devices[2]?.reason).toBe('interrupted');
    expect(exitCodeOf(report)).toBe(1);
    expect(await deploy()).toMatchObject({ ok: true });
  });

  test('waits for no retry', async () => {
    const stop = new AbortController();
    const nowhere = createTarget({ name: 'nowhere', address: 'ws://nowhere.invalid', insecure: true });
    const report = await deployFleet([nowhere], {
      bundlesFor: async () => bundles,
      deployOne,
      backoffMs: () => 3_600_000,
      signal: stop.signal,
      onProgress: ({ kind }) => void (kind === 'retry' && stop.abort()),
    });
    expect(report.devices[0]).toMatchObject({ outcome: 'interrupted', attempts: 1 });
  });

  test('before anything began: nothing is tried', async () => {
    const report = await deploy({ signal: AbortSignal.abort() });
    expect(report.counts).toEqual({ 'not-tried': 5 });
    expect(exitCodeOf(report)).toBe(2);
  });
});

test('a device that waits for its retry takes nobody’s place', async () => {
  const order: string[] = [];
  const report = await deploy({
    concurrency: 1,
    backoffMs: () => 1,
    deployOne: async (device) => {
      order.push(device.target.name);
      if (order.length === 1) room(1).wire.faults.drop();
      return deployOne(device);
    },
    onProgress: (event) => {
      if (event.kind === 'line' && event.target.name === 'room1' && order.length === 1) {
        room(1).wire.faults.drop();
      }
    },
  });
  expect(report.ok).toBe(true);
  expect(order).toEqual(['room1', 'room2', 'room3', 'room4', 'room5', 'room1']);
});
