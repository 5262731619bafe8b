import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MacroBundle } from '#scripts/build/bundle-macros';
import { SharedBuilds } from '../fleet/shared-builds.ts';
import type { DeployTarget } from '../target.ts';
import { affectedMacros } from './affected-macros.ts';

/** The last macros of each device that could be built. */
export class WatchedBuilds {
  readonly #bundles = new Map<DeployTarget, readonly MacroBundle[]>();
  /** Of changes that could not be built: the next one builds what they affect, too. */
  readonly #unbuilt = new Set<string>();

  constructor(
    private readonly root: string,
    /** Only these macros; all of a device's when empty. */
    private readonly only: readonly string[],
    private readonly targets: readonly DeployTarget[],
  ) {}

  /** What a device should have; empty before anything was built for it. */
  of(target: DeployTarget): readonly MacroBundle[] {
    return this.#bundles.get(target) ?? [];
  }

  /** Builds everything. @throws UserError as the bundler does */
  async all(): Promise<void> {
    const builds = new SharedBuilds(this.root, this.only);
    for (const target of this.targets) this.#bundles.set(target, await builds.for(target));
  }

  /** Builds what the changed files affect; answers whether that was anything. @throws UserError as the bundler does */
  async change(files: readonly string[]): Promise<boolean> {
    if (this.#bundles.size < this.targets.length) return this.all().then(() => true);
    for (const file of files) this.#unbuilt.add(file);
    const names = this.#affected();
    if (names.length > 0) {
      const builds = new SharedBuilds(this.root, names);
      const built = await Promise.all(this.targets.map((target) => builds.for(target)));
      for (const [index, target] of this.targets.entries()) this.#replace(target, built[index] ?? []);
    }
    this.#unbuilt.clear();
    return names.length > 0;
  }

  #affected(): string[] {
    const bundles = [
      ...new Map([...this.#bundles.values()].flat().map((each) => [each.name, each])).values(),
    ];
    const names = [...this.#unbuilt].flatMap((file) => affectedMacros(this.root, file, bundles));
    return [...new Set(names)].filter(
      (name) =>
        (this.only.length === 0 || this.only.includes(name)) &&
        existsSync(join(this.root, 'macros', name, 'index.ts')),
    );
  }

  #replace(target: DeployTarget, built: readonly MacroBundle[]): void {
    const names = new Set(built.map(({ name }) => name));
    const others = this.of(target).filter(({ name }) => !names.has(name));
    this.#bundles.set(target, [...others, ...built]);
  }
}
