import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten';
import { exposeHost } from './expose-host.ts';
import { columnInSource, type MarkedSource } from './mark-async.ts';
import { markedSource } from './marked-source.ts';
import type { Fault, Guest, Host } from './prelude/host.ts';
import { PRELUDE_TEXT } from './prelude/prelude-text.ts';
import { PRELUDE, stackPosition } from './stack-position.ts';

/** What could not be run; `text` names the place in the macro's source. */
export class GuestError extends Error {
  override readonly name = 'GuestError';
}

/** The QuickJS context of one macro and of the siblings that it imports. */
export class MacroContext {
  readonly #vm: QuickJSContext;
  readonly #guest: { readonly [Name in keyof Guest]: QuickJSHandle };
  readonly #sources = new Map<string, MarkedSource>();

  constructor(
    runtime: QuickJSRuntime,
    readonly name: string,
    host: Host,
  ) {
    this.#vm = runtime.newContext();
    this.#guest = this.#boot(host);
  }

  owns(vm: QuickJSContext): boolean {
    return vm === this.#vm;
  }

  /** Takes note of a module's source. @returns the text to evaluate */
  load(module: string, source: string): string {
    const marked = markedSource(source);
    this.#sources.set(module, marked);
    return marked.text;
  }

  /** Evaluates the macro. @throws GuestError */
  run(source: string): void {
    const text = this.load(this.name, source);
    const evaluated = this.#unwrap(this.#vm.evalCode(text, this.name, { type: 'module' }));
    const state = this.#vm.getPromiseState(evaluated);
    // A module that awaits at its top level is still under way.
    if (state.type === 'pending') this.#call('guard', evaluated);
    if (state.type === 'fulfilled' && !state.notAPromise) state.value.dispose();
    if (state.type === 'rejected') state.error.dispose();
    evaluated.dispose();
  }

  /** @throws GuestError only when not even the report of a fault was possible */
  dispatch(kind: Parameters<Guest['dispatch']>[0], id = 0, json = ''): void {
    const args = [this.#vm.newString(kind), this.#vm.newNumber(id), this.#vm.newString(json)];
    try {
      this.#call('dispatch', ...args);
    } finally {
      for (const arg of args) arg.dispose();
    }
  }

  /** The fault's text with its place, as in `Error: no (doorbell:12:7)`. */
  describe({ text, stack }: Fault): string {
    const position = stackPosition(stack);
    if (position === undefined) return text;
    const { file, line } = position;
    const marked = this.#sources.get(file);
    const column = marked ? columnInSource(marked, line, position.column) : position.column;
    return `${text} (${file}:${line}:${column})`;
  }

  dispose(): void {
    for (const handle of Object.values(this.#guest)) handle.dispose();
    this.#vm.dispose();
  }

  #boot(host: Host) {
    const vm = this.#vm;
    const prelude = this.#unwrapHost(vm.evalCode(PRELUDE_TEXT, PRELUDE, { type: 'global' }));
    const exposed = exposeHost(vm, host);
    const booted = this.#unwrapHost(vm.callFunction(prelude, vm.undefined, exposed));
    exposed.dispose();
    prelude.dispose();
    this.#registerModule(booted);
    const guest = {
      dispatch: vm.getProp(booted, 'dispatch'),
      describe: vm.getProp(booted, 'describe'),
      guard: vm.getProp(booted, 'guard'),
    };
    booted.dispose();
    return guest;
  }

  /** Makes `import xapi from 'xapi'` give this context's own; the name that carries it over is gone afterwards. */
  #registerModule(booted: QuickJSHandle): void {
    const vm = this.#vm;
    vm.getProp(booted, 'xapi').consume((xapi) => vm.setProp(vm.global, '__xapi', xapi));
    const source = 'export default globalThis.__xapi; delete globalThis.__xapi;';
    this.#unwrapHost(vm.evalCode(source, 'xapi', { type: 'module' })).dispose();
  }

  #call(name: keyof Guest, ...args: QuickJSHandle[]): void {
    this.#unwrap(this.#vm.callFunction(this.#guest[name], this.#vm.undefined, ...args)).dispose();
  }

  #unwrap(result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
    if (result.error === undefined) return result.value;
    const fault = result.error.consume((error) => this.#faultOf(error));
    throw new GuestError(this.describe(fault));
  }

  #faultOf(error: QuickJSHandle): Fault {
    const described = this.#vm.callFunction(this.#guest.describe, this.#vm.undefined, error);
    if (described.error === undefined)
      return JSON.parse(described.value.consume((json) => this.#vm.getString(json)));
    described.error.dispose();
    return { text: 'An error that could not be described', stack: '' };
  }

  /** For the prelude, whose failure would be a bug of ours. */
  #unwrapHost(result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
    return this.#vm.unwrapResult(result);
  }
}
