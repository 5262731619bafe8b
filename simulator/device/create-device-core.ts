import { Activity } from './activity.ts';
import { setIfKnown } from './behaviors/if-known.ts';
import { builtInBehaviors } from './behaviors/index.ts';
import { catalogueIndex } from './catalogue-index.ts';
import type { Clock } from './clock.ts';
import { CommandRunner, type UnknownPolicy } from './command-runner.ts';
import { DeviceClock } from './device-clock.ts';
import { DeviceJournal } from './device-journal.ts';
import { DeviceTree } from './device-tree.ts';
import { initialStatuses } from './initial-status.ts';
import { Listeners } from './listeners.ts';
import { parsePath } from './path.ts';
import { createScreenStore } from './screen-store.ts';
import type { Behaviors, Device } from './types.ts';

export interface DeviceOptions {
  readonly name: string;
  /** The name on the box; `Board Pro 55` when absent. */
  readonly product?: string;
  /** Such as `26.4.1`, which is the default, or `26.4` for the newest of these. */
  readonly release?: string;
  /** Joined with the built-in ones, and used in place of one with the same path. */
  readonly behaviors?: Behaviors;
  /** What commands without a behavior get; `allow` when absent. */
  readonly unknownPolicy?: UnknownPolicy;
  /** Milliseconds since 1970 at which the device's clock starts; real time when absent. */
  readonly startAt?: number;
}

/**
 * A device as the catalogue describes it, with everything that needs no macro runtime and no network. It is as
 * from the box: macros, web engine and HTTP client are off (see `commission`).
 *
 * @throws UnknownProductError
 */
export function createDeviceCore(options: DeviceOptions): Device {
  const index = catalogueIndex(options.product ?? 'Board Pro 55', options.release ?? '26.4.1');
  const activity = new Activity();
  const clock = new DeviceClock({ startAt: options.startAt, settle: () => activity.settled() });
  const journal = new DeviceJournal(clock);
  const restarts = new Listeners();
  const closings = new Listeners();
  const tree = new DeviceTree(index, journal, computedStatuses(clock, restarts));
  const screen = createScreenStore();

  const device: Device = {
    name: options.name,
    product: index.product,
    release: index.release,
    clock,
    journal,
    screen,
    command: (caller, path, params = {}, body = undefined) => commands.run(path, { caller, params, body }),
    get: (caller, path) => tree.get(caller, path),
    set: (caller, path, value) => tree.set(caller, path, value),
    query: (caller, path) => tree.query(caller, path),
    schema: (path) => tree.schema(path),
    subscribe: (caller, query, listener, settings) => tree.subscribe(caller, query, listener, settings),
    raise: (path, value) => tree.raise(path, value),
    setStatus: (path, value) => tree.setStatus(path, value),
    setConfiguration: (path, value) => tree.setConfiguration(path, value),
    peek: (path) => tree.peek(path),
    knows: (path) => tree.knows(path),
    setAnswer: (command, answer) => commands.setAnswer(command, answer),
    addBehaviors: (behaviors) => commands.add(behaviors),
    trackActivity: (work) => activity.track(work),
    settled: () => activity.settled(),
    restart: () => restarts.tell(),
    onRestart: (listener) => restarts.add(listener),
    close() {
      closings.tell();
      clock.close();
      tree.close();
    },
    onClose: (listener) => closings.add(listener),
  };
  const commands = new CommandRunner(device, index, options.unknownPolicy ?? 'allow');
  for (const [path, value] of Object.entries(initialStatuses(device))) {
    setIfKnown(device, parsePath(path), value);
  }
  commands.add(builtInBehaviors(device));
  if (options.behaviors) commands.add(options.behaviors);
  return device;
}

function computedStatuses(clock: Clock, restarts: Listeners) {
  let startedAt = clock.now();
  restarts.add(() => {
    startedAt = clock.now();
  });
  return {
    'SystemUnit Uptime': () => Math.floor((clock.now() - startedAt) / 1000),
    'Time SystemTime': () => new Date(clock.now()).toISOString(),
  };
}
