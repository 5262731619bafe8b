import type { DeployTarget } from '../target.ts';
import type { DeviceEntry, DeviceError } from './fleet-report.ts';

/** What happens during a run, for whoever shows it. Every target has one `end`; before it, `start` if it was tried. */
export type FleetEvent =
  | { readonly kind: 'start'; readonly target: DeployTarget }
  /** `line` begins with the target's label, as every line that acts. */
  | { readonly kind: 'line'; readonly target: DeployTarget; readonly line: string }
  | {
      readonly kind: 'retry';
      readonly target: DeployTarget;
      readonly error: DeviceError;
      readonly waitMs: number;
    }
  | { readonly kind: 'end'; readonly target: DeployTarget; readonly entry: DeviceEntry };
