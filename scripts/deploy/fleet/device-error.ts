import { UserError } from '#scripts/lib/user-error';
import { DeployFailed, type DeployReport } from '../deploy-report.ts';
import type { DeviceError } from './fleet-report.ts';

/** Faults that may have passed when one tries again. A wrong password has not. */
const PASSING = new Set(['rebooting', 'unreachable', 'timed-out', 'too-many-connections', 'closed']);

export const isPassing = ({ code }: DeviceError): boolean => PASSING.has(code);

/** One device's error. A bug of ours is one device's, too: the others go on, and the report has its stack. */
export function deviceError(error: unknown): DeviceError {
  if (error instanceof UserError) {
    return { code: error.code, message: error.message, exitCode: error.exitCode };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'bug',
    message: `This is a bug of roomos-assistant-kit, please report it:\n${trace}`,
    exitCode: 1,
  };
}

/** What was done on a device before it failed, where that is known. */
export const failedReport = (error: unknown): DeployReport | undefined =>
  error instanceof DeployFailed ? error.report : undefined;
