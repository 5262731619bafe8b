import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { ConnectOptions, DeviceConnection } from './connect.ts';
import type { DeployTarget } from './target.ts';

/** What holds for whatever is done with the macros of one device. */
export interface DeviceRunOptions extends ConnectOptions {
  readonly target: DeployTarget;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  /** Sends the configuration commands without which the macros could not run, after saying so. */
  readonly fix?: boolean;
  /** Told of every step; the lines begin with the target's label. */
  readonly say?: (line: string) => void;
  /** How long a restarted macro may take to say that it is ready. */
  readonly readyTimeoutMs?: number;
  /** How long the macros must then stay up; 0 does not wait. */
  readonly stayUpMs?: number;
  /** How long to wait for another deployer on the same device; 0, which is the default, stops at once. */
  readonly lockWaitMs?: number;
  /** Folder that keeps the set before this one, for `rollbackDevice`: `.data/deployed`. Without it none is kept. */
  readonly historyFolder?: string;
  /** Resolves when the time is over, or the signal aborts; tests give their own. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface DeployOptions extends DeviceRunOptions {
  readonly bundles: readonly MacroBundle[];
  /** The bundles are all that the device shall have of ours: others of ours are removed. */
  readonly complete?: boolean;
  /** Looks at the device before anything is planned, and rejects with what stands in the way. */
  readonly inspect?: (connection: DeviceConnection) => Promise<void>;
}
