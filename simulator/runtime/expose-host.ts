import { type QuickJSContext, type QuickJSHandle, Scope } from 'quickjs-emscripten';
import type { Host } from './prelude/host.ts';

type Primitive = 'string' | 'number' | 'boolean';

/** How the arguments of each function are read, in order. */
const SIGNATURES = {
  now: [],
  log: ['string', 'string'],
  fault: ['string', 'string'],
  unrest: [],
  setTimer: ['number', 'number', 'boolean'],
  clearTimer: ['number'],
  command: ['number', 'string'],
  get: ['string'],
  set: ['string', 'string'],
  schema: ['string'],
  subscribe: ['number', 'string'],
  unsubscribe: ['number'],
} as const satisfies Partial<Record<keyof Host, readonly Primitive[]>>;

/** The host as an object inside a context; the caller disposes of it. */
export function exposeHost(vm: QuickJSContext, host: Host): QuickJSHandle {
  const object = vm.newObject();
  Scope.withScope((scope) => {
    vm.setProp(object, 'macro', scope.manage(vm.newString(host.macro)));
    vm.setProp(object, 'transpiled', host.transpiled ? vm.true : vm.false);
    for (const [name, signature] of Object.entries(SIGNATURES)) {
      const call = host[name as keyof typeof SIGNATURES] as (
        ...args: unknown[]
      ) => string | number | undefined;
      const guest = vm.newFunction(name, (...args) => {
        return toGuest(vm, call(...signature.map((type, index) => fromGuest(vm, type, args[index]))));
      });
      vm.setProp(object, name, scope.manage(guest));
    }
  });
  return object;
}

function fromGuest(vm: QuickJSContext, type: Primitive, value: QuickJSHandle | undefined): unknown {
  if (value === undefined) return undefined;
  if (type === 'string') return vm.getString(value);
  const number = vm.getNumber(value);
  return type === 'number' ? number : number === 1;
}

function toGuest(vm: QuickJSContext, value: string | number | undefined): QuickJSHandle {
  if (typeof value === 'string') return vm.newString(value);
  return typeof value === 'number' ? vm.newNumber(value) : vm.undefined;
}
