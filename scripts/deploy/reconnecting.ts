import { setTimeout as sleep } from 'node:timers/promises';
import { type BackoffOptions, backoffMs } from './backoff.ts';
import { connectDevice } from './connect.ts';
import { ConnectionError } from './connection-error.ts';
import type { ConnectOptions, DeviceConnection } from './device-connection.ts';
import type { DeployTarget } from './target.ts';

export interface ReconnectOptions extends ConnectOptions, BackoffOptions {
  /** Whoever just typed an address wants to hear at once that it is wrong: the first failure is thrown. */
  readonly firstMustSucceed?: boolean;
  /** Gives up when there was no connection for so long; tries for ever when absent. */
  readonly giveUpAfterMs?: number;
  /** Told before each pause: why there is no connection, `undefined` when the last one has ended, and the pause. */
  readonly onPause?: (error: ConnectionError | undefined, delayMs: number) => void;
  /** Resolves when the time is over or the signal aborts; tests give their own. */
  readonly pause?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/** A connection that stood so long counts as sound: the pauses begin anew. */
const SOUND_MS = 10_000;

/**
 * One connection to a device after another, each when the one before is over:
 *
 *     for await (const connection of reconnecting(target, { signal })) {
 *       await connection.subscribe('Event Macros Log', show);
 *       await connection.closed;
 *     }
 *
 * Leaving the loop closes the connection; when the signal aborts the loop ends. What the body throws ends the loop too.
 *
 * @throws ConnectionError that another try would not mend, or the last one when it gives up
 */
export async function* reconnecting(
  target: DeployTarget,
  options: ReconnectOptions = {},
): AsyncGenerator<DeviceConnection, void, void> {
  const { signal, giveUpAfterMs = Number.POSITIVE_INFINITY, onPause, pause = pauseFor } = options;
  let failures = 0;
  let lostAt = performance.now();
  let mustSucceed = options.firstMustSucceed === true;
  while (!signal?.aborted) {
    const connection = await connectDevice(target, options).catch(passingOnly);
    if (signal?.aborted) return closeIfOpen(connection);
    if (connection instanceof ConnectionError) {
      if (mustSucceed || performance.now() - lostAt >= giveUpAfterMs) throw connection;
    } else {
      mustSucceed = false;
      const openedAt = performance.now();
      try {
        yield connection;
      } finally {
        connection.close();
      }
      lostAt = performance.now();
      if (lostAt - openedAt >= SOUND_MS) failures = 0;
    }
    failures += 1;
    const delayMs = backoffMs(failures, options);
    onPause?.(connection instanceof ConnectionError ? connection : undefined, delayMs);
    await pause(delayMs, signal);
  }
}

function passingOnly(error: unknown): ConnectionError {
  if (error instanceof ConnectionError && error.isPassing) return error;
  throw error;
}

function closeIfOpen(connection: DeviceConnection | ConnectionError): void {
  if (!(connection instanceof ConnectionError)) connection.close();
}

const pauseFor = (ms: number, signal: AbortSignal | undefined): Promise<unknown> =>
  sleep(ms, undefined, signal && { signal }).catch(() => undefined);
