import { connect, type XAPI } from 'jsxapi';
import ssh2 from 'ssh2';
import { onTestFinished } from 'vitest';
import { testDevice } from '../../device/test-device.ts';
import type { Listener } from '../listen.ts';
import { LOGIN } from '../test-wire.ts';
import { type ListenSshOptions, listenSsh } from './listen-ssh.ts';

/** A commissioned device whose shell can be reached for one test. */
export async function testShell(options: Partial<ListenSshOptions> = {}) {
  const made = testDevice();
  const listener = await listenSsh(made.device, { ...LOGIN, ...options });
  onTestFinished(() => listener.close());
  return { ...made, listener };
}

/** jsxapi over its own SSH, connected and ready; fails with what jsxapi says. */
export async function connectShell({ address }: Listener, login = LOGIN): Promise<XAPI> {
  const xapi = connect(address, { loglevel: 'silent', ...login });
  onTestFinished(() => void xapi.close());
  return new Promise((resolve, reject) => {
    xapi.on('error', reject);
    xapi.on('ready', () => resolve(xapi));
  });
}

/** A bare shell: lines out, everything that was answered in. */
export async function typeInto({ address }: Listener) {
  const { hostname, port } = new URL(address);
  const client = new ssh2.Client();
  onTestFinished(() => void client.end());
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
  await new Promise((resolve, reject) => {
    client.once('ready', () => resolve(undefined)).on('error', reject);
    client.connect({ host: hostname, port: Number(port), ...LOGIN });
  });
  const channel = await new Promise<ssh2.ClientChannel>((resolve, reject) => {
    client.shell(false, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  channel.setEncoding('utf8');
  let heard = '';
  let told = () => {};
  channel.on('data', (text: string) => {
    heard += text;
    told();
  });
  return {
    closed,
    type: (text: string) => channel.write(text),
    /** Everything up to and with the text, which is taken out of what was heard. */
    async until(text: string): Promise<string> {
      while (!heard.includes(text)) await new Promise<void>((resolve) => (told = resolve));
      const end = heard.indexOf(text) + text.length;
      const taken = heard.slice(0, end);
      heard = heard.slice(end);
      return taken;
    },
  };
}
