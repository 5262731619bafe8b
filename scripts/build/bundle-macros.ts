import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '#scripts/lib/user-error';
import type { MacroSettings } from '../deploy/target.ts';
import { type BundleRequest, bundleMacro } from './bundle-macro.ts';
import { checkMacroSizes } from './check-macro-sizes.ts';
import type { MacroBundle } from './macro-bundle.ts';
import { checkSettings } from './settings/check-settings.ts';
import { loadSettingsSchema } from './settings/load-settings-schema.ts';
import { writeBundle } from './write-bundle.ts';

export type { MacroBundle } from './macro-bundle.ts';

export interface BundleOptions {
  /** Only these macros; without it all. */
  readonly only?: readonly string[] | undefined;
  /** Of the device for which is built; without it every setting has its default. */
  readonly settings?: MacroSettings;
}

/** Bundles macros for one device after the other; devices with equal settings share one bundle. */
export type Bundler = (options?: BundleOptions) => Promise<MacroBundle[]>;

/**
 * Bundles every folder of `macros/` that has an `index.ts`, and writes the bundles to `dist/macros`.
 *
 * @throws UserError `macro-build-failed` with file, line and column; `macro-too-large`; `unknown-macro`;
 * `bad-settings` with every fault of the settings
 */
export const bundleMacros = (root: string, options?: BundleOptions) => createBundler(root)(options);

/** A `bundleMacros` that builds each macro once for the same settings, from the sources as they were then. */
export function createBundler(root: string): Bundler {
  const project = readProject(root);
  project.catch(() => undefined);
  const schemas = new Map<string, ReturnType<typeof loadSettingsSchema>>();
  const built = new Map<string, Promise<MacroBundle>>();

  function schemaOf(name: string) {
    const schema = schemas.get(name) ?? loadSettingsSchema(root, name);
    schemas.set(name, schema);
    return schema;
  }
  async function build(request: BundleRequest): Promise<MacroBundle> {
    const bundle = await bundleMacro(root, request);
    await writeBundle(root, bundle, request.settings.areDefaults);
    return bundle;
  }
  function buildOnce(request: BundleRequest): Promise<MacroBundle> {
    const key = JSON.stringify([request.name, request.settings.values]);
    const bundle = built.get(key) ?? build(request);
    built.set(key, bundle);
    return bundle;
  }

  return async ({ only, settings = {} } = {}) => {
    const { names, version } = await project;
    const chosen = choose(names, only);
    const checked = await checkSettings({ names, chosen, schemaOf }, settings);
    const building = [...checked].map(([name, own]) => buildOnce({ name, version, settings: own }));
    const bundles = await allOrFaults(building);
    checkMacroSizes(bundles);
    return bundles;
  };
}

/** The names of the macros, sorted, and the version that goes into their headers. */
async function readProject(root: string) {
  const entries = await readdir(join(root, 'macros'), { recursive: true });
  const names = entries.flatMap((entry) => /^([^/\\]+)[/\\]index\.ts$/.exec(entry)?.[1] ?? []);
  if (names.length === 0) throw new UserError('no-macros', 'No folder of macros/ has an index.ts.');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { names: names.sort(), version };
}

function choose(names: readonly string[], only: readonly string[] = names): string[] {
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      'unknown-macro',
      `There is no macro ${unknown.join(', ')}. Known: ${names.join(', ')}.`,
      2,
    );
  }
  return names.filter((name) => only.includes(name));
}

/** What is wrong with several macros is said of all of them at once. */
async function allOrFaults(building: readonly Promise<MacroBundle>[]): Promise<MacroBundle[]> {
  const outcomes = await Promise.allSettled(building);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  const bug = reasons.find((reason) => !(reason instanceof UserError));
  if (bug) throw bug;
  if (reasons.length > 0) {
    throw new UserError('macro-build-failed', reasons.map(({ message }) => message).join('\n'));
  }
  return Promise.all(building);
}
