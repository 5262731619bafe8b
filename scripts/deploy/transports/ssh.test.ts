import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { testDevice } from '#simulator/device/test-device';
import { makeHostKey } from '#simulator/wire/ssh/host-key';
import { listenSsh } from '#simulator/wire/ssh/listen-ssh';
import { startServer } from '#simulator/wire/start-server';
import { createTarget } from '../target.ts';
import { connectSsh } from './ssh.ts';

const LOGIN = { username: 'admin', password: 'pass:wörd ?' };

/** A device with a shell, and how to get in. */
async function shellDevice() {
  const made = testDevice();
  const listener = await listenSsh(made.device, LOGIN);
  onTestFinished(() => listener.close());
  const target = createTarget({ name: 'room1', address: listener.address, ...LOGIN });
  return { ...made, listener, target };
}

function knownDevicesFile(): string {
  const folder = temporaryRoot();
  onTestFinished(() => folder.remove());
  return join(folder.root, 'known-devices');
}

async function open(...given: Parameters<typeof connectSsh>) {
  const connection = await connectSsh(...given);
  onTestFinished(() => connection.close());
  return connection;
}

describe('the host key', () => {
  test('is kept the first time, and said', async () => {
    const { target } = await shellDevice();
    const file = knownDevicesFile();
    const lines: string[] = [];
    const pinned = { ...target, knownDevicesFile: file };
    await open(pinned, { say: (line) => lines.push(line) });
    await open(pinned, { say: (line) => lines.push(line) });
    expect(readFileSync(file, 'utf8')).toMatch(/^ssh:\/\/127\.0\.0\.1:\d+ SHA256:[\w+/]{43}\n$/);
    expect(lines).toEqual([expect.stringMatching(/^room1 {2}host key kept from now on: SHA256:/)]);
  });

  test('that is another one is refused before the password is sent', async () => {
    const { target, listener } = await shellDevice();
    const file = knownDevicesFile();
    writeFileSync(file, `${listener.address} SHA256:other\n`);
    await expect(connectSsh({ ...target, knownDevicesFile: file }, {})).rejects.toMatchObject({
      code: 'certificate-changed',
      message: expect.stringContaining('kept:  SHA256:other'),
    });
    await open({ ...target, knownDevicesFile: file, insecure: true }, {});
  });

  test('of another machine has to be pinned', async () => {
    // Every address of 127/8 is this machine; one that does not say so must be treated as any other.
    const { target } = await shellDevice();
    const address = target.address.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    await expect(connectSsh({ ...target, address }, {})).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('pin: true'),
    });
  });
});

describe('a device that cannot be reached says why', () => {
  test('a wrong password', async () => {
    const { target } = await shellDevice();
    await expect(connectSsh({ ...target, password: 'wrong' }, {})).rejects.toMatchObject({
      code: 'bad-credentials',
    });
  });

  test('no address', async () => {
    const target = createTarget({ name: 'room1', address: 'ssh://', ...LOGIN });
    await expect(connectSsh(target, {})).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('nobody listens', async () => {
    const { target, listener } = await shellDevice();
    await listener.close();
    await expect(connectSsh(target, {})).rejects.toMatchObject({ code: 'refused' });
  });

  test('SSH is off', async () => {
    const { target, device } = await shellDevice();
    device.setConfiguration(['NetworkServices', 'SSH', 'Mode'], 'Off');
    await expect(connectSsh(target, {})).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('xConfiguration NetworkServices SSH Mode: On'),
    });
  });

  test('it never says a word', async () => {
    const server = createServer((socket) => onTestFinished(() => void socket.destroy()));
    onTestFinished(() => void server.close());
    const port = await startServer(server, '127.0.0.1', 0);
    const target = createTarget({ name: 'room1', address: `ssh://127.0.0.1:${port}`, ...LOGIN });
    await expect(connectSsh(target, { connectTimeoutMs: 20 })).rejects.toMatchObject({ code: 'timed-out' });
    await expect(connectSsh(target, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'closed',
    });
  });

  test('its shell never greets', async () => {
    const address = await shellThat(() => {});
    const target = createTarget({ name: 'room1', address, ...LOGIN });
    await expect(connectSsh(target, { connectTimeoutMs: 500 })).rejects.toMatchObject({ code: 'timed-out' });
  });

  test('its shell ends at once', async () => {
    const address = await shellThat((channel) => channel.end());
    const target = createTarget({ name: 'room1', address, ...LOGIN });
    await expect(connectSsh(target, {})).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a shell', () => {
  test('that answers what nobody asked is left, and the process goes on', async () => {
    const address = await shellThat((channel) => {
      channel.write('OK\n');
      channel.on('data', (data: Buffer) => {
        channel.write(String(data).startsWith('echo') ? 'OK\n' : '{"ResultId": "77"}\n');
      });
    });
    const connection = await open(createTarget({ name: 'room1', address, ...LOGIN }), {});
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'closed' });
    await connection.closed;
  });

  test('that has stopped answering is noticed', async () => {
    const { target } = await shellDevice();
    const { address, freeze } = await lineTo(target.address);
    const connection = await open({ ...target, address }, { keepaliveMs: 200 });
    freeze();
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'timed-out' });
    await connection.closed;
  });

  test('gives whole characters, wherever the wire cuts them', async () => {
    const { target, device } = await shellDevice();
    const Content = '会議室 Größe '.repeat(20_000);
    device.setAnswer(['Macros', 'Macro', 'Get'], { answer: { Macro: [{ id: 1, Name: 'big', Content }] } });
    const connection = await open(target, {});
    expect(await connection.command('Macros Macro Get', { Content: 'True' })).toEqual({
      status: 'OK',
      Macro: [{ id: '1', Name: 'big', Content }],
    });
  });
});

/** A line to a device that can go dead without being cut. */
async function lineTo(address: string) {
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(new URL(address).port), '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    sockets.push(near, far);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const port = await startServer(server, '127.0.0.1', 0);
  const freeze = () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  return { address: `ssh://127.0.0.1:${port}`, freeze };
}

/** An SSH server that lets anybody in and does one thing with the shell. @returns its address */
async function shellThat(serve: (channel: ssh2.ServerChannel) => void): Promise<string> {
  const server = new ssh2.Server({ hostKeys: [makeHostKey()] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (context) => context.accept());
    client.on('session', (accept) => accept().on('shell', (acceptShell) => serve(acceptShell())));
    onTestFinished(() => void client.end());
  });
  onTestFinished(() => void server.close());
  return `ssh://127.0.0.1:${await startServer(server, '127.0.0.1', 0)}`;
}
