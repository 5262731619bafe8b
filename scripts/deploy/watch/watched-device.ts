import type { MacroBundle } from '#scripts/build/bundle-macros';
import { UserError } from '#scripts/lib/user-error';
import { mapPlaces } from '#scripts/logs/map-places';
import { PlaceMap } from '#scripts/logs/place-map';
import { connectDevice, type DeviceConnection } from '../connect.ts';
import { HeardLog } from '../heard-log.ts';
import { hasFailed, isReadyLine, type LogLine } from '../macro-log.ts';
import type { DeployTarget } from '../target.ts';

const READY_TIMEOUT_MS = 20_000;
/** So long a macro that has logged an error may still take to say that it is ready. */
const AFTER_ERROR_MS = 300;
/** Lines of the log that an error shows. */
const SHOWN = 10;

/**
 * A device whose macros are being worked on. The connection stays open, and what changed is brought over by the
 * shortest way: saved in its place, and restarted. A deployment has made sure before that the macros are ours.
 */
export class WatchedDevice {
  readonly #hashes: Map<string, string>;

  private constructor(
    private readonly connection: DeviceConnection,
    private readonly log: HeardLog,
    bundles: readonly MacroBundle[],
  ) {
    this.#hashes = new Map(bundles.map(({ name, hash }) => [name, hash]));
  }

  /** @param bundles what runs there now @throws ConnectionError */
  static async open(
    target: DeployTarget,
    bundles: readonly MacroBundle[],
    signal: AbortSignal,
  ): Promise<WatchedDevice> {
    const connection = await connectDevice(target, { signal });
    return new WatchedDevice(connection, await HeardLog.begin(connection), bundles);
  }

  /** Resolves when the connection is over. */
  get closed(): Promise<void> {
    return this.connection.closed;
  }

  /** Those of the macros that are not what the device has. */
  changed(bundles: readonly MacroBundle[]): MacroBundle[] {
    return bundles.filter(({ name, hash }) => this.#hashes.get(name) !== hash);
  }

  /**
   * Saves, restarts, and waits until each of these macros has said that it is ready.
   *
   * @throws ConnectionError, CommandRefused
   * @throws UserError `macro-not-ready` with what the macros that failed have logged
   */
  async bring(bundles: readonly MacroBundle[]): Promise<void> {
    const { connection, log } = this;
    log.lines.splice(0);
    await Promise.all(
      bundles.map(({ name: Name, source }) =>
        connection.command('Macros Macro Save', { Name, Overwrite: 'True', Transpile: 'False' }, source),
      ),
    );
    for (const { name: Name } of bundles.filter(({ name }) => !this.#hashes.has(name))) {
      await connection.command('Macros Macro Activate', { Name });
    }
    for (const { name, hash } of bundles) this.#hashes.set(name, hash);
    await connection.command('Macros Runtime Restart');
    await this.#settled(bundles);
    const failed = bundles.filter((bundle) => !log.lines.some((line) => isReadyLine(bundle, line)));
    if (failed.length > 0) throw notReady(connection.target, failed, log.lines);
  }

  /** An error says that a macro will not come up, unless it does right after. */
  async #settled(bundles: readonly MacroBundle[]): Promise<void> {
    const { lines } = this.log;
    const has = (is: (bundle: MacroBundle, line: LogLine) => boolean) => (bundle: MacroBundle) =>
      lines.some((line) => is(bundle, line));
    const isTold = has((bundle, line) => isReadyLine(bundle, line) || hasFailed(bundle, line));
    const isHeard = has((bundle, line) => isError(bundle, line));
    await this.#until(() => bundles.every((bundle) => isTold(bundle) || isHeard(bundle)), READY_TIMEOUT_MS);
    await this.#until(() => bundles.every(isTold), AFTER_ERROR_MS);
  }

  async #until(isSo: () => boolean, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    const isOver = Promise.race([timeout, this.connection.closed]);
    await this.log.until(isSo, isOver).finally(() => clearTimeout(timer));
  }

  close(): void {
    this.connection.close();
  }
}

const isError = ({ name }: MacroBundle, { macro, level }: LogLine) =>
  macro === name && /^error$/i.test(level);

function notReady(
  { label }: DeployTarget,
  failed: readonly MacroBundle[],
  lines: readonly LogLine[],
): UserError {
  const mapOf = (name: string) => {
    const map = failed.find((bundle) => bundle.name === name)?.map;
    return map === undefined ? undefined : new PlaceMap(map);
  };
  const names = failed.map(({ name }) => name);
  const shown = lines.filter(({ macro }) => names.includes(macro)).slice(-SHOWN);
  const log = shown.map(
    ({ level, macro, message }) => `\n  ${level} ${macro}: ${mapPlaces(message, mapOf).text}`,
  );
  const text = log.length === 0 ? ' It logged nothing.' : log.join('');
  return new UserError('macro-not-ready', `${label}: ${names.join(', ')} is saved and does not run.${text}`);
}
