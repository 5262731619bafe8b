import type { MacroBundle } from '#scripts/build/bundle-macros';
import type { CommandContext } from '#scripts/lib/command';
import { UserError } from '#scripts/lib/user-error';
import type { DeployFlags } from '../fleet/deploy-flags.ts';
import { deployFleet } from '../fleet/deploy-fleet.ts';
import { LineView } from '../fleet/line-view.ts';
import { oneDevice } from '../fleet/one-device.ts';
import type { DeployTarget } from '../target.ts';
import { WatchedBuilds } from './watched-builds.ts';
import { WatchedDevice } from './watched-device.ts';

/** The devices of one watch: those with an open connection get what changed, the others are deployed to whole. */
export class FleetWatch {
  readonly #builds: WatchedBuilds;
  readonly #open = new Map<DeployTarget, WatchedDevice>();

  constructor(
    private readonly context: CommandContext,
    private readonly flags: DeployFlags,
    private readonly targets: readonly DeployTarget[],
  ) {
    this.#builds = new WatchedBuilds(context.root, flags.only, targets);
  }

  /** The first deployment; what goes wrong is said, and the next change tries again. */
  begin(): Promise<void> {
    return this.#saying(async () => {
      await this.#builds.all();
      await this.#deployWhole(this.targets);
    });
  }

  /** `files` are absolute, `since` is when they changed, by `performance.now()`. */
  change(files: readonly string[], since: number): Promise<void> {
    return this.#saying(async () => {
      const isBuilt = await this.#builds.change(files);
      if (!isBuilt) return;
      const closed = this.targets.filter((target) => !this.#open.has(target));
      await Promise.all([...this.#open].map(([target, device]) => this.#bring(target, device, since)));
      await this.#deployWhole(closed);
    });
  }

  close(): void {
    for (const device of this.#open.values()) device.close();
  }

  async #bring(target: DeployTarget, device: WatchedDevice, since: number): Promise<void> {
    const changed = device.changed(this.#builds.of(target));
    if (changed.length === 0) return;
    await this.#saying(async () => {
      await device.bring(changed);
      const names = changed.map(({ name }) => name).join(', ');
      const ms = Math.round(performance.now() - since);
      this.context.out.write(`${target.label}  ${names} runs, ${ms} ms after the change\n`);
    });
  }

  async #deployWhole(targets: readonly DeployTarget[]): Promise<void> {
    const { root, out, err, signal } = this.context;
    if (targets.length === 0 || signal.aborted) return;
    const { stayUp = 0, concurrency, retries } = this.flags;
    const view = new LineView(out, err);
    const report = await deployFleet(targets, {
      concurrency,
      retries,
      signal,
      bundlesFor: async (target) => this.#builds.of(target),
      deployOne: oneDevice(root, { ...this.flags, stayUp }),
      onProgress: (event) => view.take(event),
    });
    const deployed = targets.filter((_, index) => report.devices[index]?.error === undefined);
    if (!signal.aborted) await Promise.all(deployed.map((target) => this.#follow(target)));
  }

  /** Keeps a connection to a device that has been deployed to. */
  async #follow(target: DeployTarget): Promise<void> {
    const bundles: readonly MacroBundle[] = this.#builds.of(target);
    await this.#saying(async () => {
      const device = await WatchedDevice.open(target, bundles, this.context.signal);
      this.#open.set(target, device);
      void device.closed.then(() => this.#lost(target));
    });
  }

  #lost(target: DeployTarget): void {
    this.#open.delete(target);
    if (this.context.signal.aborted) return;
    this.context.err.write(`${target.label}  the connection was lost; the next change deploys anew\n`);
  }

  /** What the user can mend is said, and the watch goes on. */
  async #saying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (!this.context.signal.aborted) this.context.err.write(`${error.message}\n`);
    }
  }
}
