import { LOCK, type SortedMacros, SWITCH, stagedName } from './kit-names.ts';
import type { MacroChange } from './plan-macros.ts';

/** Why a plan cannot be carried out as the device is. */
export interface Refusal {
  readonly code:
    | 'macros-off'
    | 'web-engine-off'
    | 'http-client-off'
    | 'foreign-macro'
    | 'too-many-macros'
    | 'too-much-text';
  /** Ends with the command that mends it. */
  readonly message: string;
  /** The configuration that `fix` sets; absent where only a person can decide. */
  readonly fix?: { readonly path: string; readonly value: string };
}

/** What a device holds (docs/xapi-wire.md). */
export const ACTIVE_MAX = 10;
const TOTAL_BYTES_MAX = 2 * 1024 * 1024;

/** Configurations that must be `On`, and for whom. */
const SETTINGS = [
  { path: 'Macros Mode', code: 'macros-off', what: 'macros are off', needs: undefined },
  {
    path: 'WebEngine Mode',
    code: 'web-engine-off',
    what: 'the web engine is off',
    needs: /^UserInterface WebView\b/i,
  },
  {
    path: 'HttpClient Mode',
    code: 'http-client-off',
    what: 'the HTTP client is off',
    needs: /^HttpClient\b/i,
  },
] as const;

/** What of a bundle tells which configurations it needs. */
export interface Needy {
  readonly name: string;
  readonly uses: readonly { readonly path: string; readonly optional: boolean }[];
}

/** The configurations to look at for these macros, such as `Macros Mode`. */
export const neededSettings = (bundles: readonly Needy[]): string[] =>
  SETTINGS.filter(({ needs }) => !needs || whoNeeds(needs, bundles).length > 0).map(({ path }) => path);

/** `settings`: the values of what `neededSettings` named; one that the device does not have is absent. */
export function settingRefusals(
  label: string,
  bundles: readonly Needy[],
  settings: ReadonlyMap<string, string>,
): Refusal[] {
  return SETTINGS.filter(({ path }) => settings.get(path) === 'Off').map(({ path, code, what, needs }) => {
    const who = needs ? `, and ${whoNeeds(needs, bundles).join(', ')} needs it` : '';
    return {
      code,
      message: `${label}: ${what}${who}. On the device, type: xConfiguration ${path}: On`,
      fix: { path: `Configuration ${path}`, value: 'On' },
    };
  });
}

const whoNeeds = (needs: RegExp, bundles: readonly Needy[]): string[] =>
  bundles
    .filter(({ uses }) => uses.some(({ path, optional }) => !optional && needs.test(path)))
    .map(({ name }) => name);

/** What of the macros themselves stands in the way. */
export function macroRefusals(
  label: string,
  changes: readonly MacroChange[],
  sorted: SortedMacros,
): Refusal[] {
  return [
    ...foreignNames(label, changes, sorted),
    ...tooMany(label, changes, sorted),
    ...tooMuch(label, changes, sorted),
  ];
}

function foreignNames(label: string, changes: readonly MacroChange[], { foreign }: SortedMacros): Refusal[] {
  const names = changes.filter(({ wanted }) => wanted).flatMap(({ name }) => [name, stagedName(name)]);
  return foreign
    .filter(({ name }) => [...names, LOCK, SWITCH].includes(name))
    .map(({ name }) => ({
      code: 'foreign-macro',
      message: `${label}: ${name} is there already, and this kit did not deploy it. Rename or remove it on the device: xCommand Macros Macro Rename Name: "${name}" NewName: "…"`,
    }));
}

function tooMany(label: string, changes: readonly MacroChange[], sorted: SortedMacros): Refusal[] {
  const others = sorted.foreign.filter(({ isActive }) => isActive).map(({ name }) => name);
  const count = activeAfter(changes, sorted);
  if (count <= ACTIVE_MAX) return [];
  const ours = changes.filter(({ wanted }) => wanted?.isActive).map(({ name }) => name);
  const message = `${label} runs at most ${ACTIVE_MAX} macros; with ${ours.join(', ')} it would be ${count}. Deactivate some of ${others.join(', ') || 'ours'}: xCommand Macros Macro Deactivate Name: "${others[0] ?? '…'}"`;
  return [{ code: 'too-many-macros', message }];
}

/** How many macros are active when all is done. */
export function activeAfter(changes: readonly MacroChange[], { ours, foreign }: SortedMacros): number {
  const touched = new Set(changes.filter(({ action }) => action !== 'keep').map(({ name }) => name));
  const kept = [...foreign, ...ours].filter(({ name, isActive }) => isActive && !touched.has(name));
  const made = changes.filter(({ action, wanted }) => action !== 'keep' && wanted?.isActive);
  return kept.length + made.length;
}

/** Old and new versions are there at the same time, until the new ones take over. */
function tooMuch(label: string, changes: readonly MacroChange[], { ours, foreign }: SortedMacros): Refusal[] {
  const present = [...ours, ...foreign].reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const staged = changes.reduce(
    (sum, { action, wanted }) => sum + (action === 'save' ? (wanted?.bytes ?? 0) : 0),
    0,
  );
  if (present + staged <= TOTAL_BYTES_MAX) return [];
  const largest = [...foreign].sort((a, b) => b.source.length - a.source.length)[0]?.name ?? '…';
  const message = `${label} holds at most ${TOTAL_BYTES_MAX} bytes of macros; there are ${present}, and ${staged} must be there beside them until they take over. Remove what nobody needs: xCommand Macros Macro Remove Name: "${largest}"`;
  return [{ code: 'too-much-text', message }];
}
