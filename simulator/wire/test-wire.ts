import { connect, type XAPI } from 'jsxapi';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { testDevice } from '../device/test-device.ts';
import { type Listener, type ListenOptions, listen } from './listen.ts';

export const LOGIN = { username: 'admin', password: 'pass:wörd ?' };

/** A commissioned device that listens for one test. */
export async function testWire(options: Partial<ListenOptions> = {}) {
  const made = testDevice();
  const listener = await listen(made.device, { ...LOGIN, ...options });
  onTestFinished(() => listener.close());
  return { ...made, listener };
}

/** jsxapi, connected and ready; fails with what jsxapi says. */
export async function connectJsxapi({ address }: Listener, login: object = LOGIN): Promise<XAPI> {
  const xapi = connect(address, { loglevel: 'silent', ...login });
  onTestFinished(() => void xapi.close());
  return new Promise((resolve, reject) => {
    // jsxapi tells of a failed upgrade twice, and of a broken connection at any time.
    xapi.on('error', reject);
    xapi.on('ready', () => resolve(xapi));
  });
}

export const authProtocolOf = ({ username, password }: typeof LOGIN): string =>
  `auth-${Buffer.from(`${username}:${password}`).toString('base64url')}`;

/** A bare connection: texts out, parsed messages in, in order. */
export async function connectRaw({ address }: Listener) {
  const socket = new WebSocket(`${address}/ws`, [authProtocolOf(LOGIN)], { rejectUnauthorized: false });
  onTestFinished(() => socket.terminate());
  const received: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data));
    const next = waiting.shift();
    if (next) next(message);
    else received.push(message);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => undefined);
  return {
    socket,
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (): Promise<unknown> =>
      received.length > 0
        ? Promise.resolve(received.shift())
        : new Promise((resolve) => waiting.push(resolve)),
    closed: new Promise<number>((resolve) => socket.once('close', resolve)),
  };
}

/** HTTP status with which an upgrade is refused; 101 when it is not. */
export async function upgradeStatus(url: string, protocols: string[], headers = {}): Promise<number> {
  const socket = new WebSocket(url, protocols, { rejectUnauthorized: false, headers });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
}
