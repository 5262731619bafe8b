import type { Role } from '#xapi';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import type { ScreenStore } from './screen.ts';
import type { XapiErrorCode } from './xapi-error.ts';

/** Who asked: it stands in the journal with everything the device was asked. */
export type Origin = `macro:${string}` | `client:${number}` | 'assistant' | 'control' | 'device';

export interface Caller {
  readonly origin: Origin;
  readonly roles: readonly Role[];
}

/** `['Status', 'Audio', 'Volume']`, `['Status', 'Call', 1, 'Status']`; `*` and `**` in queries. */
export type Path = readonly (string | number)[];

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A rooted tree with what changed: `{Status: {Audio: {Volume: 45}}}`, `{Event: {…}}`. Integers are numbers. */
export type Update = JsonObject;

/** What macros, clients, the Assistant and the control interface reach a device through. */
export interface XapiPort {
  /** @throws XapiError on unknown paths, bad parameters, missing permission, or failure of the command itself */
  command(caller: Caller, path: Path, params?: JsonObject, body?: string): Promise<JsonObject>;
  /** The value below a status or configuration path. @throws XapiError */
  get(caller: Caller, path: Path): Json;
  /** Sets a configuration. @throws XapiError */
  set(caller: Caller, path: Path, value: Json): void;
  /** A rooted tree of what the query matches. */
  query(caller: Caller, path: Path): JsonObject;
  /** The nested schema below a path, as `xDoc` answers it. @throws XapiError */
  schema(path: Path): Json;
  /** Calls the listener, in order, with what changes below the query. @throws XapiError */
  subscribe(
    caller: Caller,
    query: Path,
    listener: (update: Update) => void,
    options?: { notifyCurrentValue?: boolean },
  ): () => void;
}

/** A device as its own behaviors see it. */
export interface DeviceCore extends XapiPort {
  readonly name: string;
  /** The name on the box, such as `Board Pro 55`. */
  readonly product: string;
  /** Such as `26.4.1`. */
  readonly release: string;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Raises an event: `raise(['UserInterface', 'Assistant', 'Notification'], {Name, Payload})`. */
  raise(path: Path, value: JsonObject): void;
  /** Sets a status and feeds back what changed; a list item takes `{id, …}` or `{id, ghost: true}`. */
  setStatus(path: Path, value: Json): void;
  /** Reads a status or configuration without a caller's roles; `undefined` when it has no value. */
  peek(path: Path): Json | undefined;
}

/** What a command answers in place of its behavior. An error without a code is a command that failed. */
export type SetAnswer =
  | { readonly answer: JsonObject }
  | { readonly error: { readonly code?: XapiErrorCode; readonly message: string; readonly data?: Json } };

/** A whole simulated device: what `createDeviceCore` makes. */
export interface Device extends DeviceCore {
  readonly screen: ScreenStore;
  /** Sets a configuration from inside the device, whoever may. @throws XapiError */
  setConfiguration(path: Path, value: Json): void;
  /** What a command answers from now on; `undefined` gives it back to its behavior. @throws XapiError */
  setAnswer(command: Path, answer: SetAnswer | undefined): void;
  /** Joins behaviors that need the device before they can be made. @throws XapiError on an unknown command */
  addBehaviors(behaviors: Behaviors): void;
  /** Whether this product and release has the path (with its root: `['Status', …]`, `['Command', …]`). */
  knows(path: Path): boolean;
  /**
   * Counts the work as unrest until it settles. The work must not wait for the device's clock: `advance` waits
   * for the work.
   */
  trackActivity<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when no tracked work is left and all that it set off has run. */
  settled(): Promise<void>;
  /** Restarts the device: connections drop, macros start again, the screen is empty. Configuration stays. */
  restart(): void;
  onRestart(listener: () => void): () => void;
  /** Stops the clock and runs what `onClose` was given. */
  close(): void;
  onClose(listener: () => void): () => void;
}

/** What a command gets: parameters checked against the catalogue, integers as numbers, defaults filled in. */
export interface CommandCall {
  readonly device: Device;
  readonly caller: Caller;
  readonly params: JsonObject;
  readonly body: string | undefined;
}

/** What a command does; what it gives back joins `status: "OK"` in the answer. @throws XapiError */
export type Behavior = (call: CommandCall) => JsonObject | undefined | Promise<JsonObject | undefined>;

/** By path as the catalogue spells it: `{'Audio Volume Set': …}`. A command without one is *shape only*. */
export type Behaviors = Readonly<Record<string, Behavior>>;
