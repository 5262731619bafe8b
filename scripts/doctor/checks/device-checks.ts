import { checkCompatibility } from '#scripts/build/compatibility/check-compatibility';
import { ConnectionError } from '#scripts/deploy/connection-error';
import { readRuntimeStatus } from '#scripts/deploy/runtime-status';
import { clockDifference } from '#scripts/logs/device-time';
import { type Check, type Finding, mend, ok } from '../check.ts';
import type { Patient } from '../patient.ts';
import { MACRO_CHECKS } from './macro-checks.ts';
import { SETTING_CHECKS } from './setting-checks.ts';

/** What can be asked of a device that lets us in. */
export const DEVICE_CHECKS: readonly Check<Patient>[] = [
  { name: 'role', needs: ['credentials'], examine: examineRole },
  { name: 'release', needs: ['credentials'], examine: examineRelease },
  { name: 'compatibility', needs: ['release'], examine: examineCompatibility },
  ...SETTING_CHECKS,
  ...MACRO_CHECKS,
  { name: 'crashes', needs: ['role', 'macros mode'], examine: examineCrashes },
  { name: 'clock', needs: ['credentials'], examine: examineClock },
];

const DIFFERENCE_MAX_S = 30;
/** What a macro needs is mostly missing in several places at once. */
const SHOWN_MAX = 2;

/** Asks for what only an administrator may ask. */
async function examineRole({ connection }: Patient): Promise<Finding> {
  const { username } = connection.target;
  try {
    await connection.command('Macros Runtime Status');
    return ok('Admin');
  } catch (error) {
    if (!(error instanceof ConnectionError) || error.code !== 'no-permission') throw error;
    return mend(
      `${username || 'this token'} is no administrator`,
      `as an administrator: xCommand UserManagement User Modify Username: "${username}" AddRole: Admin`,
    );
  }
}

async function kindOf(patient: Patient) {
  const release = await patient.read('Status SystemUnit Software Version');
  const product = await patient.read('Status SystemUnit ProductPlatform');
  return { product: product ?? 'unknown product', release: release ?? 'unknown release' };
}

async function examineRelease(patient: Patient): Promise<Finding> {
  const { product, release } = await kindOf(patient);
  return ok(`${product}, ${release}`);
}

async function examineCompatibility(patient: Patient): Promise<Finding> {
  const kind = await kindOf(patient);
  const bundles = await patient.bundles();
  const faults = bundles.flatMap((bundle) => checkCompatibility(bundle, kind));
  const blocking = faults.filter(({ blocks }) => blocks);
  if (blocking.length > 0) {
    const whatToType = 'update the device, or leave the macro out under macros: in devices.yaml';
    const shown = blocking.slice(0, SHOWN_MAX).map(({ message }) => message);
    const more = blocking.length - shown.length;
    return mend([...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; '), whatToType);
  }
  const unknown = faults.find(({ code }) => code === 'unknown-device');
  return ok(unknown?.message ?? `it has what ${bundles.map(({ name }) => name).join(', ')} use`);
}

async function examineCrashes({ connection }: Patient): Promise<Finding> {
  const { crashes = 0, running } = await readRuntimeStatus(connection);
  if (crashes > 0) {
    const { name } = connection.target;
    return mend(
      `the macros had to be stopped ${crashes} times since the device started`,
      `npm run logs -- --host ${name} --since start --level error`,
    );
  }
  if (running === false) return mend('the macros do not run', 'xCommand Macros Runtime Start');
  return ok('none');
}

async function examineClock(patient: Patient): Promise<Finding> {
  const difference = await clockDifference(patient.connection);
  if (difference === null) return ok('tells no time that can be compared');
  const seconds = Math.round(difference / 1000);
  const found = seconds === 0 ? 'right' : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`;
  if (Math.abs(seconds) <= DIFFERENCE_MAX_S) return ok(found);
  const isManual = (await patient.read('Configuration NetworkServices NTP Mode')) === 'Manual';
  return mend(
    found,
    isManual
      ? 'xConfiguration NetworkServices NTP Server 1 Address: "pool.ntp.org"'
      : 'xConfiguration NetworkServices NTP Mode: Auto',
  );
}
