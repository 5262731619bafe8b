import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '#scripts/lib/user-error';
import type { MacroSettings } from '../deploy/target.ts';
import { bundleMacro } from './bundle-macro.ts';
import { checkMacroSizes } from './check-macro-sizes.ts';
import type { MacroBundle } from './macro-bundle.ts';
import { checkSettings } from './settings/check-settings.ts';
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
  const built = new Map<string, Promise<MacroBundle>>();
  const project = readProject(root);
  project.catch(() => undefined);

  async function bundleOnce(name: string, settings: Parameters<typeof bundleMacro>[1]['settings']) {
    const key = JSON.stringify([name, settings.values]);
    const known = built.get(key);
    if (known) return known;
    const { version } = await project;
    const bundle = bundleMacro(root, { name, version, settings });
    built.set(key, bundle);
    return bundle;
  }

  return async ({ only, settings = {} } = {}) => {
    const { names } = await project;
    const chosen = choose(names, only);
    const checked = await checkSettings(root, names, chosen, settings);
    const bundles = await allOrFaults([...checked].map(([name, values]) => bundleOnce(name, values)));
    checkMacroSizes(bundles);
    const isDefault = (name: string) => Object.keys(settings[name] ?? {}).length === 0;
    await Promise.all(bundles.map((bundle) => writeBundle(root, bundle, isDefault(bundle.name))));
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
