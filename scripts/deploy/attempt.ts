import { ConnectionError } from './connection-error.ts';
import type { ConnectOptions } from './device-connection.ts';
import type { DeployTarget } from './target.ts';

/**
 * Gives the making of a connection its time, whatever it is made of. `connect` must end when its signal is aborted,
 * and then reject with the signal's reason.
 *
 * @throws ConnectionError `timed-out`; `closed` when the command was ended; what `connect` throws
 */
export async function attempt<Connection>(
  { label, address }: DeployTarget,
  { connectTimeoutMs = 10_000, signal }: ConnectOptions,
  connect: (signal: AbortSignal) => Promise<Connection>,
): Promise<Connection> {
  const ending = new AbortController();
  const seconds = connectTimeoutMs / 1000;
  const timer = setTimeout(
    () =>
      ending.abort(
        new ConnectionError('timed-out', `${label} at ${address} did not answer within ${seconds} s.`),
      ),
    connectTimeoutMs,
  );
  const stop = () => ending.abort(new ConnectionError('closed', `${label}: ended before it had connected.`));
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    return await connect(ending.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
