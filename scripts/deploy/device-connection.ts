import type { DeployTarget } from './target.ts';

/** What not every transport can do. */
export type Feature =
  /** `subscribe`. */
  | 'events'
  /** The command `Macros Log Get`, and the event `Macros Log`. */
  | 'logs'
  /** A macro can be seen to come up after a restart. */
  | 'restart-proof'
  /** `schema`. */
  | 'schema';

/** An open connection to a device. Everything rejects with `ConnectionError` or `CommandRefused`, and nothing hangs. */
export interface DeviceConnection {
  readonly target: DeployTarget;
  /** What this transport cannot do: calling it rejects with `not-supported`. */
  readonly lacks: ReadonlySet<Feature>;
  /** Resolves when the connection is over, for whatever reason; by then all that waited has been rejected. */
  readonly closed: Promise<void>;
  /** `path` as `Macros Macro Save`. */
  command(path: string, params?: object, body?: string): Promise<unknown>;
  /** The value below a path such as `Configuration Macros Mode`. */
  get(path: string): Promise<unknown>;
  /** Sets a configuration, named as `Configuration Macros Mode`. */
  set(path: string, value: string | number): Promise<void>;
  /** Calls the listener with every event at a path such as `Event Macros Log`. Resolves when the device has agreed. */
  subscribe(path: string, listener: (event: unknown) => void): Promise<void>;
  /** The device's own schema below a path such as `Command Macros`, or all of it for an empty one. */
  schema(path: string): Promise<unknown>;
  close(): void;
}

export interface ConnectOptions {
  readonly connectTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  /** How often the device must show that it is still there. */
  readonly keepaliveMs?: number;
  /** Ends the connection, and with it all that waits. */
  readonly signal?: AbortSignal | undefined;
  /** Told what a person should know, such as a certificate that was kept; lines begin with the target's label. */
  readonly say?: ((line: string) => void) | undefined;
}
