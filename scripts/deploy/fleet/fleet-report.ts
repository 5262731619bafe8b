import type { DeployReport } from '../deploy-report.ts';
import type { DeployTarget } from '../target.ts';

/** How it went with a device. */
export type Outcome = DeployReport['outcome'] | 'failed' | 'interrupted' | 'not-tried';

export interface DeviceError {
  readonly code: string;
  readonly message: string;
  /** 2: nothing was tried on the device. */
  readonly exitCode: number;
}

/** One device of the report: what the one-device sequence reported, as far as it came, and how it got there. */
export interface DeviceEntry extends Partial<Omit<DeployReport, 'outcome'>> {
  readonly device: string;
  readonly label: string;
  readonly address: string;
  readonly outcome: Outcome;
  /** Connections that were tried. */
  readonly attempts: number;
  /** From its first attempt to its end, waits between attempts included. */
  readonly seconds: number;
  readonly saves: number;
  readonly restarts: number;
  /** Of a device that failed or was interrupted. */
  readonly error?: DeviceError;
  /** Why a device was not tried. */
  readonly reason?: string;
}

export interface FleetReport {
  /** Every device was a success. */
  readonly ok: boolean;
  readonly seconds: number;
  /** Sums over all devices. */
  readonly saves: number;
  readonly restarts: number;
  /** Devices by outcome; those that do not occur are left out. */
  readonly counts: Partial<Record<Outcome, number>>;
  /** The first failure, so that a program that asked for one device need not look further. */
  readonly error?: DeviceError;
  /** In the order of the inventory. */
  readonly devices: readonly DeviceEntry[];
}

const UNSUCCESSFUL: readonly Outcome[] = ['failed', 'interrupted', 'not-tried'];

export const isSuccess = (outcome: Outcome): boolean => !UNSUCCESSFUL.includes(outcome);

/** Sums up; `devices` in the order of the inventory. */
export function fleetReport(devices: readonly DeviceEntry[], seconds: number): FleetReport {
  const error = devices.find((entry) => entry.error)?.error;
  return {
    ok: devices.every(({ outcome }) => isSuccess(outcome)),
    seconds,
    saves: devices.reduce((sum, entry) => sum + entry.saves, 0),
    restarts: devices.reduce((sum, entry) => sum + entry.restarts, 0),
    counts: countOutcomes(devices),
    ...(error && { error }),
    devices,
  };
}

function countOutcomes(devices: readonly DeviceEntry[]): FleetReport['counts'] {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of devices) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** 0: all succeeded. 2: none could be tried. 1: anything between. */
export function exitCodeOf({ ok, devices }: FleetReport): 0 | 1 | 2 {
  if (ok) return 0;
  const wasTried = ({ outcome, error }: DeviceEntry) =>
    isSuccess(outcome) || (error !== undefined && error.exitCode !== 2);
  return devices.some(wasTried) ? 1 : 2;
}

/** What the report says of a target; the credentials stay out. */
export const describeTarget = ({ name, label, address }: DeployTarget) => ({ device: name, label, address });
