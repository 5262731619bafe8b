import { EngineKeeper, type MacroDevice } from './engine-keeper.ts';
import { MacroLog } from './macro-log.ts';
import { MacroStore } from './macro-store.ts';

export type RuntimeStatus = {
  readonly ActiveMacros: number;
  /** How often the runtime had to be stopped because a macro hung, or because it failed itself. */
  readonly Crashes: number;
  readonly Running: 'True' | 'False';
};

/** The macros of one device. Its functions may be taken off it. */
export interface MacroRuntime {
  readonly store: MacroStore;
  readonly log: MacroLog;
  /** Starts the active macros; nothing when they run already. Resolves when each has been evaluated. */
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  status(): RuntimeStatus;
  /**
   * Saves and activates a macro and restarts the runtime, with Configuration `Macros Mode` turned on if need be.
   * Resolves when the device has come to rest; what the macro did wrong stands in its log.
   *
   * @throws XapiError on a limit of the device
   */
  load(name: string, source: string): Promise<void>;
  close(): void;
}

/** Nothing runs until `start`. */
export function createMacroRuntime(device: MacroDevice): MacroRuntime {
  const store = new MacroStore();
  const log = new MacroLog(device);
  const keeper = new EngineKeeper(device, store, log, (failure, detail) => {
    void step(() => keeper.crash(failure, detail));
  });
  let steps: Promise<void> = Promise.resolve();
  let closed = false;

  /** One step at a time, and never inside a macro's own call. */
  function step(work: () => void | Promise<void>): Promise<void> {
    const done = steps.then(async () => {
      if (!closed) await work();
    });
    steps = done.catch(() => undefined);
    return device.trackActivity(done);
  }

  const start = () =>
    step(() => {
      keeper.forgive();
      return keeper.begin();
    });
  const restart = () =>
    step(async () => {
      keeper.forgive();
      device.raise(['Macros', 'Runtime', 'Reloading'], {});
      keeper.end();
      await keeper.begin();
      device.raise(['Macros', 'Runtime', 'Reloaded'], {});
    });

  return {
    store,
    log,
    start,
    stop: () => step(() => keeper.end()),
    restart,
    status: () => ({
      ActiveMacros: store.active().length,
      Crashes: keeper.crashes,
      Running: keeper.running ? 'True' : 'False',
    }),
    async load(name, source) {
      store.save(name, source);
      store.activate(name);
      const wasOn = keeper.running;
      device.setConfiguration(['Macros', 'Mode'], 'On');
      await (wasOn ? restart() : start());
      await device.settled();
    },
    close() {
      closed = true;
      keeper.close();
    },
  };
}
