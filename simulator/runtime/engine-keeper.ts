import type { Device } from '#simulator/device/types';
import { loadQuickJs } from './load-quickjs.ts';
import { type EngineFailure, MacroEngine } from './macro-engine.ts';
import type { MacroLog } from './macro-log.ts';
import type { MacroStore } from './macro-store.ts';

/** What the runtime needs of a device. */
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
  | 'setConfiguration'
  | 'settled'
  | 'subscribe'
  | 'trackActivity'
>;

/** So many crashes in a row, and the macros stay stopped. */
const CRASHES_IN_A_ROW = 3;
/** An engine that lived so long was sound; milliseconds of device time. */
const SOUND_AFTER_MS = 60_000;
/** Where Configuration `Macros UnresponsiveTimeout` 0 sets no limit: the process is not the macros' alone. */
const LONGEST_STRETCH_MS = 60_000;

const REASONS: Readonly<Record<EngineFailure, (seconds: number) => string>> = {
  unresponsive: (seconds) => `Macros are unresponsive for more than ${seconds} s`,
  'out of memory': () => 'Macros have used up their memory',
  'engine failed': () => 'The macro engine failed',
};

/** Keeps the engine of one device: starts it with the active macros, ends it, replaces it when it fails. */
export class EngineKeeper {
  #engine: MacroEngine | undefined;
  #startedAt = 0;
  #crashes = 0;
  #inARow = 0;
  #closed = false;

  /** @param onFailure is to call `crash`, when no macro code is running */
  constructor(
    private readonly device: MacroDevice,
    private readonly store: MacroStore,
    private readonly log: MacroLog,
    private readonly onFailure: (failure: EngineFailure, detail: string) => void,
  ) {}

  get running(): boolean {
    return this.#engine !== undefined;
  }

  get crashes(): number {
    return this.#crashes;
  }

  async begin(): Promise<void> {
    if (this.#engine !== undefined) return;
    const quickjs = await loadQuickJs();
    if (this.#closed) return;
    this.log.system('Using XAPI transport: WebSocket');
    this.log.system('Starting macros...');
    this.#startedAt = this.device.clock.now();
    const engine = new MacroEngine({
      quickjs,
      xapi: this.device,
      clock: this.device.clock,
      unresponsiveMs: this.#unresponsiveMs(),
      transpiled: this.device.peek(['Configuration', 'Macros', 'EvaluateTranspiled']) === 'True',
      source: (name) => this.store.find(name)?.content,
      log: (level, macro, message) => this.log.add(level, macro, message),
      track: (work) => this.device.trackActivity(work),
      onFailure: this.onFailure,
    });
    this.#engine = engine;
    for (const macro of this.store.active()) {
      this.log.add('INFO', macro.name, 'QJS Ready');
      if (engine.start(macro)) this.device.raise(['Macros', 'Macro', 'Started'], { Name: macro.name });
      if (!engine.sound) return;
    }
    this.device.raise(['Macros', 'Runtime', 'Ready'], {});
  }

  end(): void {
    if (this.#engine === undefined) return;
    this.#engine.dispose();
    this.#engine = undefined;
    this.log.system('Runtime stopped!');
  }

  /** Somebody wants the macros to run, whatever happened before. */
  forgive(): void {
    this.#inARow = 0;
  }

  async crash(failure: EngineFailure, detail: string): Promise<void> {
    const wasSound = this.device.clock.now() - this.#startedAt > SOUND_AFTER_MS;
    this.#crashes += 1;
    this.#inARow = wasSound ? 1 : this.#inARow + 1;
    const reason = REASONS[failure](this.#unresponsiveMs() / 1000);
    this.log.system(detail === '' ? reason : `${reason}: ${detail}`, 'ERROR');
    this.end();
    if (this.#inARow < CRASHES_IN_A_ROW) return this.begin();
    const count = this.#inARow;
    this.log.system(
      `Macros crashed ${count} times in a row and stay stopped until Macros Runtime Start or Restart`,
      'ERROR',
    );
  }

  close(): void {
    this.#closed = true;
    this.#engine?.dispose();
    this.#engine = undefined;
  }

  #unresponsiveMs(): number {
    const seconds = Number(this.device.peek(['Configuration', 'Macros', 'UnresponsiveTimeout']));
    return seconds > 0 ? seconds * 1000 : LONGEST_STRETCH_MS;
  }
}
