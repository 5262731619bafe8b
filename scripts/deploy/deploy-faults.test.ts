import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { JournalEntry } from '#simulator/device/journal';
import { WiredDevice } from '#test/macros/wired-device';
import { deployMacros } from './deploy-macros.ts';
import type { DeployOptions } from './deploy-options.ts';
import { testMacro } from './test-macro.ts';

const FOREIGN = { name: 'theirs', source: "import xapi from 'xapi'; // theirs" };

/** Macros by name and source, in the order of their names. */
type Set = readonly { readonly name: string; readonly source: string }[];

const setOf = (bundles: readonly MacroBundle[]): Set =>
  bundles.map(({ name, source }) => ({ name, source })).sort(byName);
const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);

/** What happens to the device or to the deployer at one of its requests. */
const FAULTS = {
  'the connection is cut': ({ wired }: Scene) => wired.listener.faults.drop(),
  'the device restarts': ({ wired }: Scene) => wired.device.restart(),
  'its storage is full': ({ wired }: Scene) =>
    wired.device.setAnswer(['Macros', 'Macro', 'Save'], {
      error: { message: 'Max total size of macros reached.' },
    }),
  'the deployer is killed': ({ stop }: Scene) => stop.abort(),
  'the device refuses what it is asked': ({ wired, request }: Scene) => {
    if (request.kind !== 'command') return;
    const command = request.path.split(' ');
    wired.device.setAnswer(command, { error: { message: 'Not now' } });
    const off = wired.device.journal.onEntry(({ seq, error }) => {
      if (seq !== request.seq || !error) return;
      off();
      wired.device.setAnswer(command, undefined);
    });
  },
};

interface Scene {
  readonly wired: WiredDevice;
  readonly stop: AbortController;
  readonly request: JournalEntry;
}

/** From which set to which; `none` is the device before anybody deployed. */
const CASES: Record<string, { before: MacroBundle[]; after: MacroBundle[] }> = {
  'a fresh device': { before: [], after: ['a', 'b', 'c'].map((name) => testMacro(name)) },
  'one macro that changes': {
    before: [testMacro('a'), testMacro('b')],
    after: [testMacro('a', '// 2'), testMacro('b')],
  },
  'some that change, one that is new and one that goes': {
    before: [testMacro('a'), testMacro('b'), testMacro('c'), testMacro('d')],
    after: [testMacro('a', '// 2'), testMacro('b', '// 2'), testMacro('c'), testMacro('e')],
  },
  'a new set that is no good, after which the old one comes back': {
    before: [testMacro('a'), testMacro('b')],
    after: [testMacro('a', '// 2'), testMacro('b', "throw new Error('no');")],
  },
};

/** One device for all cuts of a case is many times faster than one each; it is emptied in between. */
let wired: WiredDevice;
let historyFolder: string;
beforeAll(async () => {
  wired = await WiredDevice.start();
  historyFolder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(historyFolder, { recursive: true, force: true }));
afterAll(() => wired.close());

const deploy = (bundles: MacroBundle[], options: Partial<DeployOptions> = {}) =>
  deployMacros({
    target: wired.target,
    bundles,
    complete: true,
    stayUpMs: 0,
    readyTimeoutMs: 5000,
    historyFolder,
    ...options,
  });

/** The device has the old set and a foreign macro, and runs them. */
async function prepare(before: MacroBundle[]): Promise<void> {
  const { store, restart } = wired.device.macros;
  rmSync(historyFolder, { recursive: true, force: true });
  wired.device.setAnswer(['Macros', 'Macro', 'Save'], undefined);
  store.removeAll();
  for (const { name, source } of [FOREIGN, ...before]) {
    store.save(name, source);
    store.activate(name);
  }
  await restart();
  await wired.device.settled();
}

/** Calls back at each thing that the deployer asks of the device, before it is done, with its number from 1. */
function onRequest(listener: (count: number, request: JournalEntry) => void): () => void {
  let count = 0;
  let last = wired.device.journal.last;
  return wired.device.journal.onEntry((entry) => {
    if (entry.seq <= last || !entry.origin.startsWith('client:')) return;
    last = entry.seq;
    count += 1;
    listener(count, entry);
  });
}

async function countRequests({ before, after }: { before: MacroBundle[]; after: MacroBundle[] }) {
  await prepare(before);
  let requests = 0;
  const off = onRequest((count) => (requests = count));
  await deploy(after).catch(() => undefined);
  off();
  return requests;
}

/** What runs in the engine, not what is saved: each macro that came up since the last start said its hash. */
async function running(): Promise<string[]> {
  await wired.device.settled();
  const lines = wired.device.macros.log.from(0);
  const start = lines.findLastIndex(({ Message }) => Message === 'Starting macros...');
  const since = lines.slice(start).filter(({ Message }) => Message.startsWith('ready '));
  return since.map(({ Message }) => Message).sort();
}

const readyLines = (bundles: readonly MacroBundle[]) =>
  bundles.map(({ name, hash }) => `ready ${name} ${hash}`).sort();

const saved = () =>
  wired.device.macros.store
    .list()
    .filter(({ name }) => name !== FOREIGN.name)
    .map(({ name, content: source, active }) => ({ name, source, active }))
    .sort(byName);

describe.each(Object.entries(CASES))('%s', (_, { before, after }) => {
  const isGood = !after.some(({ source }) => source.includes('throw'));
  const wanted = isGood ? after : [...before.slice(0, 1), testMacro('b', '// good')];

  test.each(Object.entries(FAULTS))(
    'whenever %s',
    async (fault, strike) => {
      const requests = await countRequests({ before, after });
      expect(requests).toBeGreaterThan(8);
      for (let at = 1; at <= requests; at += 1) {
        await prepare(before);
        const stop = new AbortController();
        const off = onRequest((count, request) => {
          if (count === at) strike({ wired, stop, request });
        });
        onTestFinished(off);
        await deploy(after, { signal: stop.signal }).catch(() => undefined);
        off();
        const moment = `${fault} at request ${at} of ${requests}`;

        // What runs now, and what runs after a power cut, is one of the two, whole.
        const sets = [readyLines(before), readyLines(after)];
        expect(sets, `${moment}: running`).toContainEqual(await running());
        wired.device.restart();
        expect(sets, `${moment}: running after a restart`).toContainEqual(await running());

        wired.device.setAnswer(['Macros', 'Macro', 'Save'], undefined);
        await deploy(wanted);
        const all = setOf(wanted).map((macro) => ({ ...macro, active: true }));
        expect(saved(), `${moment}: after the next run`).toEqual(all);
        expect(await running(), `${moment}: running after the next run`).toEqual(readyLines(wanted));
        expect(wired.device.macros.store.find(FOREIGN.name)).toMatchObject({
          content: FOREIGN.source,
          active: true,
        });
      }
    },
    180_000,
  );
});
