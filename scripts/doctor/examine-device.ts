import type { Bundler } from '#scripts/build/bundle-macros';
import type { DeviceConnection } from '#scripts/deploy/connect';
import type { DeployTarget } from '#scripts/deploy/target';
import type { CheckResult } from './check.ts';
import { CredentialsCheck } from './checks/credentials.ts';
import { DEVICE_CHECKS } from './checks/device-checks.ts';
import { ROAD_CHECKS } from './checks/road-checks.ts';
import { Examination } from './examination.ts';
import { Patient } from './patient.ts';

export interface DeviceReport {
  readonly device: string;
  readonly address: string;
  /** Somebody answers at the address. */
  readonly reachable: boolean;
  /** Every check is ok. */
  readonly ok: boolean;
  readonly checks: readonly CheckResult[];
}

export interface ExamineOptions {
  readonly bundler: Bundler;
  readonly signal: AbortSignal;
  /** For each step on the way to the device; 10 seconds when absent. */
  readonly timeoutMs?: number;
}

/** Looks at everything that must hold before our macros work on a device, and changes nothing there. */
export async function examineDevice(target: DeployTarget, options: ExamineOptions): Promise<DeviceReport> {
  const { signal, timeoutMs = 10_000 } = options;
  const examination = new Examination();
  const credentials = new CredentialsCheck();
  try {
    await examination.run([...ROAD_CHECKS, credentials], { target, signal, timeoutMs });
    const { connection } = credentials;
    await examination.run(DEVICE_CHECKS, connection && patientOf(connection, options));
  } finally {
    credentials.connection?.close();
  }
  const { results: checks } = examination;
  const { name: device, address } = target;
  const isOk = checks.every(({ state }) => state === 'ok');
  return { device, address, reachable: examination.isOk('port'), ok: isOk, checks };
}

function patientOf(connection: DeviceConnection, { bundler }: ExamineOptions): Patient {
  const { macros, settings } = connection.target;
  return new Patient(connection, () => bundler({ only: macros, settings }));
}
