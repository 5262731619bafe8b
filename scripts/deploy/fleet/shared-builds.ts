import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundler, createBundler, type MacroBundle } from '#scripts/build/bundle-macros';
import { UserError } from '#scripts/lib/user-error';
import type { DeployTarget } from '../target.ts';

/** Builds for many devices, each at most once: those with the same macros and the same settings share one. */
export class SharedBuilds {
  readonly #bundle: Bundler;
  readonly #builds = new Map<string, Promise<readonly MacroBundle[]>>();

  /** @param only these macros; all of a device's when empty */
  constructor(
    root: string,
    private readonly only: readonly string[],
  ) {
    this.#bundle = createBundler(root);
  }

  /** @throws UserError as the bundler does */
  for(target: DeployTarget): Promise<readonly MacroBundle[]> {
    const { settings } = target;
    const only = macrosOf(target, this.only);
    const key = JSON.stringify([only ?? null, settings]);
    const build = this.#builds.get(key) ?? this.#bundle({ only, settings });
    this.#builds.set(key, build);
    return build;
  }

  /** Builds for one device before any is touched. What is wrong with its settings is its own matter, and comes later. */
  async tryFor(target: DeployTarget): Promise<void> {
    await this.for(target).catch((error) => {
      if (!(error instanceof UserError && error.code === 'bad-settings')) throw error;
    });
  }
}

/** The names that a device gets of those that are wanted; `undefined`: all there are. */
export function macrosOf({ macros }: DeployTarget, only: readonly string[]): readonly string[] | undefined {
  if (only.length === 0) return macros;
  return macros ? only.filter((name) => macros.includes(name)) : only;
}

/** @throws UserError `unknown-macro` that lists the known ones */
export async function checkMacroNames(root: string, names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !existsSync(join(root, 'macros', name, 'index.ts')));
  // The bundler says it best.
  if (unknown.length > 0) await createBundler(root)({ only: unknown });
}
