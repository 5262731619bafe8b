import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { DeployReport } from '../deploy-report.ts';
import type { DeployTarget } from '../target.ts';
import type { FleetEvent } from './fleet-event.ts';

/** What the one-device sequence gets. */
export interface OneDevice {
  readonly target: DeployTarget;
  readonly bundles: readonly MacroBundle[];
  readonly say: (line: string) => void;
  readonly signal: AbortSignal | undefined;
}

export interface FleetOptions {
  /** The macros of one device; asked once an attempt, so it had better remember. */
  readonly bundlesFor: (target: DeployTarget) => Promise<readonly MacroBundle[]>;
  readonly deployOne: (device: OneDevice) => Promise<DeployReport>;
  /** Devices at once. */
  readonly concurrency?: number | undefined;
  /** So many devices, the first ones, must succeed before the others are tried. */
  readonly canary?: number | undefined;
  /** After so many failures no further device is tried. */
  readonly stopAfter?: number | undefined;
  /** How often a device is tried again whose fault may pass. */
  readonly retries?: number | undefined;
  /** Milliseconds before retry 1, 2, …; a waiting device takes nobody's place. */
  readonly backoffMs?: ((retry: number) => number) | undefined;
  /** Ends what is under way and tries nothing more. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: FleetEvent) => void) | undefined;
}
