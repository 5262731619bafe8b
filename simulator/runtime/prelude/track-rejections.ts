/**
 * QuickJS tells an embedder of rejections that nobody handles, but quickjs-emscripten does not pass that on; so it
 * is found out here. A promise counts as handled once `then` was called on it or it was awaited: `await` reads
 * the promise's `constructor` (ECMA-262, PromiseResolve), and a getter sees that. Promises of async functions
 * come in through `watch` (see mark-async.ts).
 *
 * Stands alone: its text is evaluated inside QuickJS.
 */
export function trackRejections(onRejection: () => void) {
  const Native = Promise;
  const nativeThen = Native.prototype.then;
  const handled = new WeakSet<object>();
  let rejected = new Map<object, unknown>();
  let watching = false;

  function watch<P>(promise: P): P {
    if (!(promise instanceof Native)) return promise;
    watching = true;
    try {
      nativeThen.call(promise, undefined, (reason: unknown) => {
        if (handled.has(promise)) return;
        rejected.set(promise, reason);
        onRejection();
      });
    } finally {
      watching = false;
    }
    return promise;
  }

  function TrackedPromise(this: unknown, executor: unknown) {
    if (new.target === undefined) throw new TypeError("Promise must be called with 'new'");
    const target = new.target === (TrackedPromise as unknown) ? Native : new.target;
    return watch(Reflect.construct(Native, [executor], target) as Promise<unknown>);
  }

  Object.setPrototypeOf(TrackedPromise, Native);
  Object.defineProperty(TrackedPromise, 'name', { value: 'Promise' });
  TrackedPromise.prototype = Native.prototype;
  for (const name of ['all', 'allSettled', 'any', 'race', 'reject', 'resolve']) {
    const native = Reflect.get(Native, name) as ((...args: unknown[]) => unknown) | undefined;
    if (native !== undefined)
      Reflect.set(TrackedPromise, name, (...args: unknown[]) => watch(native.apply(Native, args)));
  }
  Object.defineProperty(Native.prototype, 'then', {
    configurable: true,
    writable: true,
    value: function then(this: Promise<unknown>, ...reactions: [never?, never?]) {
      handled.add(this);
      return watch(nativeThen.apply(this, reactions));
    },
  });
  Object.defineProperty(Native.prototype, 'constructor', {
    configurable: true,
    get(this: object) {
      if (!watching) handled.add(this);
      return Native;
    },
  });

  return {
    Promise: TrackedPromise,
    watch,
    /** Reasons of what was rejected since the last call and is still not handled. */
    takeRejections(): unknown[] {
      const reasons = [...rejected].filter(([promise]) => !handled.has(promise)).map(([, reason]) => reason);
      rejected = new Map();
      return reasons;
    },
  };
}
