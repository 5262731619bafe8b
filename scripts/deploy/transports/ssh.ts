import { attempt } from '../attempt.ts';
import { ConnectionError } from '../connection-error.ts';
import type { ConnectOptions, DeviceConnection } from '../device-connection.ts';
import type { DeployTarget } from '../target.ts';
import { type OpenShell, openShell } from './open-shell.ts';
import { ShellBackend } from './shell-backend.ts';
import { type Link, XapiConnection } from './xapi-connection.ts';

/**
 * Connects to the device's shell, by `ssh://HOST`. All values are text here: `"70"`, where WebSocket has `70`.
 *
 * @throws ConnectionError
 */
export function connectSsh(target: DeployTarget, options: ConnectOptions): Promise<DeviceConnection> {
  const { requestTimeoutMs = 30_000, signal } = options;
  return attempt(target, options, async (attempted) => {
    const shell = await openShell(target, options, attempted);
    const garbage = () => connection.end('closed', 'sent what is no answer, so the connection was ended.');
    const link = linkOf(shell, garbage);
    const connection = new XapiConnection(target, link, requestTimeoutMs);
    shell.client.on('error', ({ level }) => {
      if (level === 'client-timeout') connection.end('timed-out', 'has stopped answering.');
    });
    await whenReady(link, attempted, target);
    const abort = () => link.cut();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    void connection.closed.then(() => signal?.removeEventListener('abort', abort));
    return connection;
  });
}

function linkOf({ client, channel }: OpenShell, onGarbage: () => void): Link {
  // Whole characters, wherever the wire cuts them: jsxapi decodes each piece by itself.
  channel.setEncoding('utf8');
  const cut = () => void client.destroy();
  channel.on('close', cut);
  return {
    backend: new ShellBackend(channel, onGarbage),
    closed: new Promise((resolve) => client.once('close', () => resolve(undefined))),
    close: () => client.end(),
    cut,
  };
}

/** The shell has greeted, stopped its echo, and answers in JSON from now on. */
function whenReady(
  { backend, closed, cut }: Link,
  signal: AbortSignal,
  { label }: DeployTarget,
): Promise<void> {
  return new Promise((resolve, reject) => {
    backend.once('ready', () => resolve());
    void closed.then(() =>
      reject(new ConnectionError('closed', `${label} closed the connection before it was open.`)),
    );
    const abort = () => {
      reject(signal.reason);
      cut();
    };
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}
