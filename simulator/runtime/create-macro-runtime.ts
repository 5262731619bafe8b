import type { Device } from '#simulator/device/types';
import { loadQuickJs } from './load-quickjs.ts';
import { type EngineFailure, MacroEngine } from './macro-engine.ts';
import { MacroLog } from './macro-log.ts';
import { MacroStore } from './macro-store.ts';

/** What the runtime needs of a device; a real `Device` has it all. */
export type MacroDevice = Pick<
  Device,
  | 'clock'
  | 'command'
  | 'get'
  | 'journal'
  | 'peek'
  | 'query'
  | 'raise'
  | 'schema'
  | 'set'
  | 'subscribe'
  | 'trackActivity'
>;

export type RuntimeStatus = {
  readonly ActiveMacros: number;
  /** How often the runtime had to be stopped because a macro hung, or because it failed itself. */
  readonly Crashes: number;
  readonly Running: 'True' | 'False';
};

export interface MacroRuntime {
  readonly store: MacroStore;
  readonly log: MacroLog;
  /** Starts the active macros; nothing when they run already. Resolves when each has been evaluated. */
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  status(): RuntimeStatus;
  close(): void;
}

/** So many crashes in a row, and the macros stay stopped. */
const CRASHES_IN_A_ROW = 3;
/** A runtime that lived so long is sound again; milliseconds of device time. */
const SOUND_AFTER_MS = 60_000;
/** With Configuration `Macros UnresponsiveTimeout` 0 a device never gives up; a process that is shared must. */
const LONGEST_STRETCH_MS = 60_000;

const REASONS: Readonly<Record<EngineFailure, (seconds: number) => string>> = {
  unresponsive: (seconds) => `Macros are unresponsive for more than ${seconds} s`,
  'out of memory': () => 'Macros have used up their memory',
  'engine failed': () => 'The macro engine failed',
};

/** The macros of one device. Nothing runs until `start`. */
export function createMacroRuntime(device: MacroDevice): MacroRuntime {
  const store = new MacroStore();
  const log = new MacroLog(device);
  let engine: MacroEngine | undefined;
  let startedAt = 0;
  let crashes = 0;
  let inARow = 0;
  let closed = false;
  let steps: Promise<void> = Promise.resolve();

  const raise = (...event: string[]) => device.raise(['Macros', ...event], {});

  /** One step at a time, and never inside a macro's own call. */
  function step(work: () => void | Promise<void>): Promise<void> {
    const done = steps.then(async () => {
      if (!closed) await work();
    });
    steps = done.catch(() => undefined);
    return device.trackActivity(done);
  }

  async function begin(): Promise<void> {
    if (engine !== undefined) return;
    const quickjs = await loadQuickJs();
    if (closed) return;
    log.system('Using XAPI transport: WebSocket');
    log.system('Starting macros...');
    startedAt = device.clock.now();
    const started = new MacroEngine({
      quickjs,
      xapi: device,
      clock: device.clock,
      unresponsiveMs: unresponsiveMs(device),
      transpiled: device.peek(['Configuration', 'Macros', 'EvaluateTranspiled']) === 'True',
      source: (name) => store.find(name)?.content,
      log: (level, macro, message) => log.add(level, macro, message),
      track: (work) => device.trackActivity(work),
      onFailure: (failure, detail) => void step(() => crash(failure, detail)),
    });
    engine = started;
    for (const macro of store.active()) {
      log.add('INFO', macro.name, 'QJS Ready');
      if (started.start(macro)) device.raise(['Macros', 'Macro', 'Started'], { Name: macro.name });
      if (!started.sound) return;
    }
    raise('Runtime', 'Ready');
  }

  function end(): void {
    if (engine === undefined) return;
    engine.dispose();
    engine = undefined;
    log.system('Runtime stopped!');
  }

  async function crash(failure: EngineFailure, detail: string): Promise<void> {
    crashes += 1;
    inARow = device.clock.now() - startedAt > SOUND_AFTER_MS ? 1 : inARow + 1;
    const reason = REASONS[failure](unresponsiveMs(device) / 1000);
    log.system(detail === '' ? reason : `${reason}: ${detail}`, 'ERROR');
    end();
    if (inARow < CRASHES_IN_A_ROW) return begin();
    log.system(
      `Macros crashed ${inARow} times in a row and stay stopped until Macros Runtime Start or Restart`,
      'ERROR',
    );
  }

  return {
    store,
    log,
    start: () =>
      step(() => {
        inARow = 0;
        return begin();
      }),
    stop: () => step(end),
    restart: () =>
      step(async () => {
        inARow = 0;
        raise('Runtime', 'Reloading');
        end();
        await begin();
        raise('Runtime', 'Reloaded');
      }),
    status: () => ({
      ActiveMacros: store.active().length,
      Crashes: crashes,
      Running: engine === undefined ? 'False' : 'True',
    }),
    close() {
      closed = true;
      engine?.dispose();
      engine = undefined;
    },
  };
}

function unresponsiveMs(device: MacroDevice): number {
  const seconds = Number(device.peek(['Configuration', 'Macros', 'UnresponsiveTimeout']));
  return seconds > 0 ? seconds * 1000 : LONGEST_STRETCH_MS;
}
