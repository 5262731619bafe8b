import { setTimeout as sleep } from 'node:timers/promises';
import { connectDevice, type DeviceConnection } from '#scripts/deploy/connect';
import { ConnectionError } from '#scripts/deploy/connection-error';
import type { DeployTarget } from '#scripts/deploy/target';
import type { BuiltMaps } from './built-maps.ts';
import { type DeviceLine, readDeviceLines } from './device-line.ts';
import { clockDifference } from './device-time.ts';
import { hasText, isWanted, type LineFilter } from './line-filter.ts';
import { LineMapper } from './line-mapper.ts';
import { LineQueue } from './line-queue.ts';
import { LineTracker } from './line-tracker.ts';
import type { LogItem } from './log-item.ts';
import { RunningBuilds } from './running-builds.ts';
import type { Since } from './since.ts';

export interface FollowOptions {
  readonly target: DeployTarget;
  readonly filter: LineFilter;
  readonly maps: BuiltMaps;
  /** From when on lines that are there already are shown; `undefined`: none of them. */
  readonly since: Since | undefined;
  /** Goes on with what the device logs from now on, until the signal. */
  readonly follow: boolean;
  readonly signal: AbortSignal;
  readonly say?: (line: string) => void;
  /** Resolves when the time is over, or the signal aborts; tests give their own. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Lines that may wait for a reader that is too slow. What goes beyond is told as a gap. */
const WAITING_MAX = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The macro log of one device. A connection that is lost is made again, for as long as it takes; what may have been
 * missed meanwhile is fetched, and what could not be is told as a gap. Ends when the signal aborts.
 *
 * @throws ConnectionError when the first connection fails, or a later one for good; CommandRefused
 */
export async function* followLog(options: FollowOptions): AsyncGenerator<LogItem, void> {
  const { target, follow, signal, say, wait = pause } = options;
  const log = new DeviceLog(options);
  for (let failures = 0; ; failures += 1) {
    try {
      const connection = await connectDevice(target, { signal, say });
      try {
        failures = 0;
        yield* log.read(connection);
      } finally {
        connection.close();
      }
      if (!follow || signal.aborted) return;
    } catch (error) {
      if (signal.aborted) return;
      if (!follow || !log.hasBegun || !(error instanceof ConnectionError)) throw error;
      // Lines have been shown by now, so it is no longer true that nothing was tried.
      if (!error.isPassing) throw new ConnectionError(error.code, error.message, 1);
    }
    yield* log.lose();
    await wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures), signal);
  }
}

/** What is known of a device's log over all its connections. */
class DeviceLog {
  /** The log was read once. */
  hasBegun = false;
  #lostAt: number | undefined;
  readonly #tracker = new LineTracker();
  readonly #builds = new RunningBuilds();
  readonly #mapper: LineMapper;

  constructor(private readonly options: FollowOptions) {
    this.#mapper = new LineMapper(options.maps, this.#builds);
  }

  /** What is there already, and then, until the connection ends, what comes. */
  async *read(connection: DeviceConnection): AsyncGenerator<LogItem, void> {
    const { follow } = this.options;
    checkFeatures(connection, follow);
    const coming = new LineQueue<DeviceLine>(WAITING_MAX);
    if (follow) {
      void connection.closed.then(() => coming.end());
      await connection.subscribe('Event Macros Log', (event) => coming.push(...readDeviceLines(event)));
    }
    yield* this.#catchUp(connection);
    if (!follow) return;
    for await (const line of coming) {
      const { lines, missing } = this.#tracker.next(line);
      if (missing !== 0) yield* this.#gap(null, missing);
      yield* this.#show(lines, connection);
    }
  }

  *lose(): Generator<LogItem, void> {
    if (this.#lostAt !== undefined) return;
    this.#lostAt = Date.now();
    yield { kind: 'note', text: 'the connection was lost; trying again' };
  }

  async *#catchUp(connection: DeviceConnection): AsyncGenerator<LogItem, void> {
    const { lines, missing } = this.#tracker.resume(await readLog(connection));
    const shownFrom = this.hasBegun ? Number.NEGATIVE_INFINITY : await this.#begin(connection);
    this.hasBegun = true;
    if (this.#lostAt !== undefined) {
      yield* this.#gap(Math.round((Date.now() - this.#lostAt) / 1000), missing);
      this.#lostAt = undefined;
    }
    yield* this.#show(lines, connection, shownFrom);
  }

  /** Device time, in milliseconds since 1970, from which on lines are shown. */
  async #begin(connection: DeviceConnection): Promise<number> {
    const { since } = this.options;
    if (since === undefined) return Number.POSITIVE_INFINITY;
    if (since === 'start') return Number.NEGATIVE_INFINITY;
    if ('at' in since) return since.at;
    return Date.now() + ((await clockDifference(connection)) ?? 0) - since.agoMs;
  }

  *#gap(seconds: number | null, missing: number | null): Generator<LogItem, void> {
    if (missing !== 0) this.#builds.startAnew();
    yield { kind: 'gap', gap: { seconds, missing } };
  }

  async *#show(
    lines: readonly DeviceLine[],
    connection: DeviceConnection,
    from = Number.NEGATIVE_INFINITY,
  ): AsyncGenerator<LogItem, void> {
    const noted = lines.map((line) => ({ line, run: this.#builds.note(line) }));
    for (const { line, run } of noted) {
      if ((line.time ?? Number.MAX_VALUE) < from || !isWanted(line, this.options.filter)) continue;
      const items = await this.#mapper.map(line, run, connection);
      yield* items.filter((item) => item.kind !== 'line' || hasText(item.line, this.options.filter));
    }
  }
}

function checkFeatures({ target, lacks }: DeviceConnection, follow: boolean): void {
  if (!lacks.has('logs') && !(follow && lacks.has('events'))) return;
  throw new ConnectionError(
    'not-supported',
    `${target.label}: ${target.address} carries no macro log. Give its wss:// or ssh:// address.`,
  );
}

/** The oldest line first. */
async function readLog(connection: DeviceConnection): Promise<DeviceLine[]> {
  const { Log = [] } = Object(await connection.command('Macros Log Get', { Offset: 0 })) as { Log?: unknown };
  return readDeviceLines(Log).sort((one, other) => (one.offset ?? 0) - (other.offset ?? 0));
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
