import type { MacroBundle } from '#scripts/build/bundle-macros';
import { readMacroHeader } from '#scripts/build/macro-header';
import type { DeviceMacro } from '#scripts/deploy/device-macros';
import { sortMacros } from '#scripts/deploy/kit-names';
import { areReady, readRunLog } from '#scripts/deploy/macro-log';
import { type Check, type Finding, mend, ok } from '../check.ts';
import type { Patient } from '../patient.ts';

export const MACRO_CHECKS: readonly Check<Patient>[] = [
  { name: 'storage', needs: ['role'], examine: examineStorage },
  { name: 'active macros', needs: ['role'], examine: examineActive },
  { name: 'deployment', needs: ['role', 'macros mode'], examine: examineDeployment },
];

const BYTES_MAX = 2 * 1024 * 1024;
const ACTIVE_MAX = 10;
/** A deployment needs room for the new versions beside the old ones. */
const NEARLY_FULL = 0.9;

async function examineStorage(patient: Patient): Promise<Finding> {
  const macros = await patient.macros();
  const bytes = macros.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const found = `${kilobytes(bytes)} of ${kilobytes(BYTES_MAX)} KB in ${macros.length} macros`;
  if (bytes <= BYTES_MAX * NEARLY_FULL) return ok(found);
  const [largest] = [...sortMacros(macros).foreign].sort((a, b) => b.source.length - a.source.length);
  return mend(found, `xCommand Macros Macro Remove Name: "${largest?.name ?? '…'}"`);
}

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);

async function examineActive(patient: Patient): Promise<Finding> {
  const active = (await patient.macros()).filter(({ isActive }) => isActive);
  const { ours, foreign } = sortMacros(active);
  const names = [...ours.map(describe), ...foreign.map(({ name }) => `${name} (foreign)`)];
  const found = `${active.length} of ${ACTIVE_MAX}${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
  const coming = (await patient.bundles()).filter(({ name }) => !ours.some((macro) => macro.name === name));
  if (active.length + coming.length <= ACTIVE_MAX) return ok(found);
  return mend(
    `${found}; no room for ${coming.map(({ name }) => name).join(', ')}`,
    `xCommand Macros Macro Deactivate Name: "${foreign[0]?.name ?? '…'}"`,
  );
}

function describe({ name, source }: DeviceMacro): string {
  const header = readMacroHeader(source);
  return header ? `${name} ${header.version} ${header.hash.slice(0, 12)}` : name;
}

/** Whether each of our macros is there, active, of this build, and has said that it is ready. */
async function examineDeployment(patient: Patient): Promise<Finding> {
  const { connection } = patient;
  const bundles = await patient.bundles();
  const { ours } = sortMacros(await patient.macros());
  const log = await readRunLog(connection);
  const faults = bundles.flatMap((bundle) => faultOf(bundle, ours, log));
  if (faults.length === 0) return ok(`${bundles.length} macros run as built here`);
  return mend(faults.join('; '), `npm run deploy:macros -- --host ${connection.target.name}`);
}

function faultOf(
  { name, hash }: MacroBundle,
  ours: readonly DeviceMacro[],
  log: Parameters<typeof areReady>[1],
): string[] {
  const macro = ours.find((each) => each.name === name);
  if (macro === undefined) return [`${name} is not there`];
  const saved = readMacroHeader(macro.source)?.hash;
  if (saved !== hash) return [`${name} is another build (${saved?.slice(0, 12) ?? 'unknown'})`];
  if (!macro.isActive) return [`${name} is not active`];
  return areReady([{ name, hash }], log) ? [] : [`${name} has not said that it is ready`];
}
