import type { QuickJSContext, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten';
import type { Clock } from '#simulator/device/clock';
import type { XapiPort } from '#simulator/device/types';
import { retireQuickJs } from './load-quickjs.ts';
import { GuestError, MacroContext } from './macro-context.ts';
import type { LogLevel } from './macro-log.ts';
import type { SavedMacro } from './macro-store.ts';
import type { Host } from './prelude/host.ts';
import { importPosition, resolveSibling } from './resolve-sibling.ts';
import { TaskQueue } from './task-queue.ts';
import { createTimerHost } from './timer-host.ts';
import { createXapiHost } from './xapi-host.ts';

/** Why the runtime cannot go on: too long without an end, no memory left, or the engine itself failed. */
export type EngineFailure = 'unresponsive' | 'out of memory' | 'engine failed';

export interface EngineOptions {
  readonly quickjs: QuickJSWASMModule;
  readonly xapi: XapiPort;
  readonly clock: Clock;
  /** Longest stretch of macro code, in milliseconds of real time. */
  readonly unresponsiveMs: number;
  readonly transpiled: boolean;
  source(name: string): string | undefined;
  log(level: LogLevel, macro: string, message: string): void;
  track(work: Promise<void>): unknown;
  /** Called once; from then on the engine runs nothing, and waits to be disposed of. */
  onFailure(failure: EngineFailure, detail: string): void;
}

/** All macros together, as on the device. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** QuickJS's own count; with more, V8's stack is full before QuickJS notices. */
const STACK_BYTES = 128 * 1024;
const OUT_OF_MEMORY = 'InternalError: out of memory';

/** One QuickJS runtime with a context for each active macro. */
export class MacroEngine {
  readonly #runtime: QuickJSRuntime;
  readonly #queue: TaskQueue;
  readonly #contexts: MacroContext[] = [];
  readonly #closers: (() => void)[] = [];
  /** Modules that were asked for and are not there, with what to say of them. */
  readonly #missing = new Map<string, string>();
  readonly #unrestful = new Set<MacroContext>();
  #deadline = 0;
  #busy = false;
  #interrupted = false;
  #outOfMemory = false;
  #failed: EngineFailure | undefined;
  #disposed = false;

  constructor(private readonly options: EngineOptions) {
    this.#queue = new TaskQueue(options.track);
    this.#runtime = options.quickjs.newRuntime({
      memoryLimitBytes: MEMORY_BYTES,
      maxStackSizeBytes: STACK_BYTES,
      interruptHandler: () => {
        this.#interrupted ||= performance.now() > this.#deadline;
        return this.#interrupted;
      },
    });
    this.#runtime.setModuleLoader(
      (module, vm) => this.#load(module, vm),
      (base, requested) => this.#resolve(base, requested),
    );
  }

  /** Whether it can go on. */
  get sound(): boolean {
    return this.#failed === undefined && !this.#disposed;
  }

  /** Runs a macro in a context of its own. @returns whether it came to its end without an exception */
  start(macro: SavedMacro): boolean {
    let succeeded = false;
    this.#enter(() => {
      const context = this.#createContext(macro);
      try {
        context.run(macro.content);
        succeeded = true;
      } catch (error) {
        if (!(error instanceof GuestError)) throw error;
        this.#fault(macro.name, error.message);
      }
    });
    return succeeded && this.sound;
  }

  /** Ends all macros, their timers and their subscriptions. */
  dispose(): void {
    this.#disposed = true;
    this.#queue.clear();
    for (const close of this.#closers.splice(0)) close();
    // From inside a macro's own code: what is still on QuickJS's stack has to end first.
    if (!this.#busy) this.#free();
  }

  #free(): void {
    if (this.#failed !== undefined) {
      // QuickJS does not clean up all of what was interrupted, and aborts when it is freed then. So it is left
      // to the garbage collector as a whole, once no other device uses it.
      retireQuickJs();
      return;
    }
    try {
      for (const context of this.#contexts.splice(0)) context.dispose();
      this.#runtime.dispose();
    } catch (error) {
      retireQuickJs();
      throw error;
    }
  }

  #createContext(macro: SavedMacro): MacroContext {
    const deliver = (kind: 'answer' | 'update' | 'timer', id: number, json = '') =>
      this.#queue.post(() => this.#enter(() => context.dispatch(kind, id, json)));
    const caller = { origin: `macro:${macro.name}`, roles: macro.roles } as const;
    const xapi = createXapiHost(this.options.xapi, caller, deliver);
    const timers = createTimerHost(this.options.clock, (id) => deliver('timer', id));
    this.#closers.push(xapi.close, timers.close);
    const host: Host = {
      ...xapi.host,
      ...timers.host,
      macro: macro.name,
      transpiled: this.options.transpiled,
      now: () => this.options.clock.now(),
      log: (level, message) => this.options.log(level.toUpperCase() as LogLevel, macro.name, message),
      fault: (text, stack) => this.#fault(macro.name, context.describe({ text, stack })),
      unrest: () => void this.#unrestful.add(context),
    };
    const context = new MacroContext(this.#runtime, macro.name, host);
    this.#contexts.push(context);
    return context;
  }

  /** Runs macro code and all jobs that it leaves, within the time that a device allows. */
  #enter(work: () => void): void {
    if (!this.sound) return;
    this.#deadline = performance.now() + this.options.unresponsiveMs;
    this.#busy = true;
    try {
      work();
      this.#runJobs();
    } catch (error) {
      this.#escaped(error);
    }
    this.#busy = false;
    if (this.#interrupted) this.#fail('unresponsive', '');
    if (this.#outOfMemory) this.#fail('out of memory', '');
    if (this.#disposed) this.#free();
  }

  /** Only when no job is left it is known which rejections nobody handles. */
  #runJobs(): void {
    while (this.#runtime.hasPendingJob() && !this.#interrupted) {
      const ran = this.#runtime.executePendingJobs();
      if (ran.error !== undefined) ran.error.dispose();
    }
    for (const context of this.#unrestful) context.dispatch('rest');
    this.#unrestful.clear();
  }

  /** A GuestError that gets here could not even be reported from inside: memory, or an interruption. */
  #escaped(error: unknown): void {
    if (error instanceof GuestError) {
      this.#outOfMemory ||= !this.#interrupted;
      return;
    }
    this.#fail('engine failed', error instanceof Error ? error.message : String(error));
  }

  #fail(failure: EngineFailure, detail: string): void {
    if (this.#failed !== undefined) return;
    this.#failed = failure;
    this.#queue.clear();
    this.options.onFailure(failure, detail);
  }

  #fault(macro: string, text: string): void {
    if (this.#interrupted) return;
    this.options.log('ERROR', macro, text);
    this.#outOfMemory ||= text.includes(OUT_OF_MEMORY);
  }

  #load(module: string, vm: QuickJSContext): string | { error: Error } {
    const source = this.options.source(module);
    if (source !== undefined) return this.#contextOf(vm).load(module, source);
    const error = new Error(this.#missing.get(module) ?? `There is no macro '${module}' to import`);
    error.name = 'ReferenceError';
    return { error };
  }

  /** An error here is lost on the way; so what is not there is named by its own name, for `#load` to refuse. */
  #resolve(base: string, requested: string): string {
    if (requested === 'xapi') return requested;
    const isSaved = (name: string) => this.options.source(name) !== undefined;
    const sibling = resolveSibling(requested, isSaved);
    if (sibling !== undefined) return sibling;
    const source = this.options.source(base);
    const position = source === undefined ? undefined : importPosition(source, requested);
    const place = position === undefined ? '' : ` (${base}:${position})`;
    this.#missing.set(requested, `There is no macro '${requested}' to import${place}`);
    return requested;
  }

  #contextOf(vm: QuickJSContext): MacroContext {
    const context = this.#contexts.find((each) => each.owns(vm));
    if (context === undefined) throw new Error('a QuickJS context of nobody');
    return context;
  }
}
