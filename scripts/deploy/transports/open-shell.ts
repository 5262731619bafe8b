import { createHash } from 'node:crypto';
import type { Client, ClientChannel, ConnectConfig } from 'ssh2';
import { checkPin } from '../check-pin.ts';
import { ConnectionError } from '../connection-error.ts';
import type { ConnectOptions } from '../device-connection.ts';
import { isLoopback } from '../is-loopback.ts';
import { socketError } from '../socket-error.ts';
import type { DeployTarget } from '../target.ts';

/** The device's shell, and the connection that carries it. */
export interface OpenShell {
  readonly client: Client;
  readonly channel: ClientChannel;
}

/**
 * Opens a device's shell over SSH and makes sure of whom it reached, before the password is sent.
 *
 * @throws ConnectionError, and the signal's reason when it is aborted
 */
export async function openShell(
  target: DeployTarget,
  { keepaliveMs = 20_000, say }: ConnectOptions,
  signal: AbortSignal,
): Promise<OpenShell> {
  const login = loginOf(target, keepaliveMs);
  // Loaded only for whoever has such a device: it takes a while.
  const { default: ssh2 } = await import('ssh2');
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    let refusal: unknown;
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', abort);
      reject(refusal ?? (error instanceof Error ? shellError(target, error) : error));
      client.destroy();
    };
    const abort = () => {
      refusal = signal.reason;
      fail(signal.reason);
    };
    signal.addEventListener('abort', abort);
    // Both stay for the connection's life: an error without a listener would end the process.
    client.on('error', fail);
    client.on('close', () => fail(new Error('the connection was closed')));
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, answer) =>
      answer(prompts.map(() => target.password)),
    );
    client.on('ready', () => {
      client.setNoDelay(true);
      client.shell(false, (error, channel) => {
        if (error) return fail(error);
        signal.removeEventListener('abort', abort);
        resolve({ client, channel });
      });
    });
    if (signal.aborted) return abort();
    client.connect({
      ...login,
      hostVerifier(key: Buffer): boolean {
        try {
          verifyHostKey(target, key, say);
          return true;
        } catch (error) {
          refusal = error;
          return false;
        }
      },
    });
  });
}

function hostOf({ label, address }: DeployTarget): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname) throw new ConnectionError('unreachable', `${label}: ${address} is no address.`);
  return url.hostname.replace(/^\[|\]$/g, '');
}

function loginOf(target: DeployTarget, keepaliveMs: number): ConnectConfig {
  return {
    host: hostOf(target),
    port: Number(new URL(target.address).port) || 22,
    username: target.username,
    password: target.password,
    tryKeyboard: true,
    // The caller has a deadline of its own.
    readyTimeout: 0,
    keepaliveInterval: keepaliveMs,
    keepaliveCountMax: 1,
  };
}

/** No authority vouches for a host key: it is pinned, or nobody can stand between, or the target is insecure. */
function verifyHostKey(target: DeployTarget, key: Buffer, say: ConnectOptions['say']): void {
  const { label, insecure, knownDevicesFile } = target;
  if (insecure) return;
  if (knownDevicesFile !== undefined) {
    // As `ssh-keygen -l` writes it.
    const hash = createHash('sha256').update(key).digest('base64').replace(/=+$/, '');
    checkPin(target, knownDevicesFile, { what: 'host key', fingerprint: `SHA256:${hash}` }, say);
  } else if (!isLoopback(hostOf(target))) {
    throw new ConnectionError(
      'certificate',
      `${label}: nobody vouches for its host key. In devices.yaml, keep the one it shows now with pin: true.`,
    );
  }
}

/** What kept a shell from being opened; `level` is ssh2's. */
function shellError(target: DeployTarget, error: Error & { level?: string }): ConnectionError {
  const { label, address } = target;
  if (error.level === 'client-authentication') {
    return new ConnectionError(
      'bad-credentials',
      `${label} does not take this username and password over SSH.`,
    );
  }
  if ('code' in error && error.code !== 'ECONNRESET') return socketError(target, error);
  return new ConnectionError(
    'refused',
    `${label} at ${address} ended the connection before its shell was open (${error.message}). Has it too many connections? Or is SSH off? On the device, type: xConfiguration NetworkServices SSH Mode: On`,
  );
}
