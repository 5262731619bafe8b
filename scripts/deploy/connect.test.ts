import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { WiredDevice } from '#test/macros/wired-device';
import { connectDevice } from './connect.ts';
import { createTarget } from './target.ts';

const elsewhere = (address: string) =>
  createTarget({ name: 'room1', address, username: 'admin', password: 'right' });

describe('a device that is there', () => {
  let wired: WiredDevice;
  beforeEach(async () => {
    wired = await WiredDevice.start();
  });
  afterEach(() => wired.close());

  test('answers commands and gets', async () => {
    const connection = await connectDevice(wired.target);
    await connection.command('Audio Volume Set', { Level: 12 });
    expect(await connection.get('Status Audio Volume')).toBe(12);
    connection.close();
  });

  test('tells its events', async () => {
    const connection = await connectDevice(wired.target);
    const heard: unknown[] = [];
    await connection.subscribe('Event Macros Macro Saved', (event) => heard.push(event));
    await connection.command('Macros Macro Save', { Name: 'mine' }, 'console.log(1)');
    connection.close();
    expect(heard).toMatchObject([{ Name: 'mine' }]);
  });

  test('refuses a wrong password', async () => {
    await expect(connectDevice({ ...wired.target, password: 'wrong' })).rejects.toMatchObject({
      code: 'bad-credentials',
      exitCode: 2,
    });
  });

  test('takes passwords with any characters', async () => {
    const target = { ...wired.target, username: 'ädmin:', password: 'pä:ss/w%rd' };
    await expect(connectDevice(target)).rejects.toMatchObject({ code: 'bad-credentials' });
  });

  test('that takes only HTTPS says so', async () => {
    wired.device.setConfiguration(['NetworkServices', 'HTTP', 'Mode'], 'HTTPS');
    await expect(connectDevice(wired.target)).rejects.toMatchObject({
      code: 'https-only',
      message: expect.stringContaining('wss://'),
    });
  });

  test('that is asked for TLS where it speaks none says so', async () => {
    const address = wired.target.address.replace('ws:', 'wss:');
    await expect(connectDevice({ ...wired.target, address })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('does not speak TLS there'),
    });
  });

  test('without WebSocket says what to type', async () => {
    wired.device.setConfiguration(['NetworkServices', 'Websocket'], 'Off');
    await expect(connectDevice(wired.target)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('xConfiguration NetworkServices Websocket: FollowHTTPService'),
    });
  });

  test('that cuts every connection is refused', async () => {
    wired.listener.faults.refuseConnections = true;
    await expect(connectDevice(wired.target)).rejects.toMatchObject({ code: 'refused' });
  });

  test('refuses a command with its own words', async () => {
    const connection = await connectDevice(wired.target);
    await expect(connection.command('Macros Macro Activate', { Name: 'nobody' })).rejects.toMatchObject({
      code: 'command-refused',
      message: 'SIM room1: Macros Macro Activate: No such macro',
    });
    connection.close();
  });

  test('that refuses feedback does not end the process', async () => {
    const connection = await connectDevice(wired.target);
    await expect(connection.subscribe('Event No Such Thing', () => {})).rejects.toMatchObject({
      code: 'command-refused',
    });
    connection.close();
  });

  test('ends what is pending when the connection breaks, and refuses what comes later', async () => {
    const connection = await connectDevice(wired.target);
    wired.listener.faults.delayMs = 60_000;
    const pending = [
      connection.get('Status Audio Volume'),
      connection.command('Audio Volume Set', { Level: 1 }),
    ];
    const settled = Promise.allSettled(pending);
    wired.listener.faults.drop();
    for (const { status, reason } of (await settled) as PromiseRejectedResult[]) {
      expect([status, reason.code]).toEqual(['rejected', 'closed']);
    }
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'closed' });
  });

  test('that does not answer in time is given up', async () => {
    const connection = await connectDevice(wired.target, { requestTimeoutMs: 30 });
    wired.listener.faults.delayMs = 60_000;
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'timed-out' });
    connection.close();
  });

  test('is left at once when the command is ended', async () => {
    const stop = new AbortController();
    const connection = await connectDevice(wired.target, { signal: stop.signal });
    wired.listener.faults.delayMs = 60_000;
    const pending = connection.get('Status Audio Volume');
    stop.abort();
    await expect(pending).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('over TLS', () => {
  let wired: WiredDevice;
  beforeEach(async () => {
    wired = await WiredDevice.start({ secure: true });
  });
  afterEach(() => wired.close());

  test('a certificate that nobody vouches for is refused', async () => {
    await expect(connectDevice(wired.target)).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('pin: true'),
    });
  });

  test('it is taken where the inventory says so', async () => {
    const connection = await connectDevice({ ...wired.target, insecure: true });
    expect(await connection.get('Status Standby State')).toBe('Off');
    connection.close();
  });
});

describe('what is no device', () => {
  let server: Server | WebSocketServer | undefined;
  afterEach(() => server?.close());

  test('a port where nobody listens is refused', async () => {
    await expect(connectDevice(elsewhere('ws://127.0.0.1:1'))).rejects.toMatchObject({ code: 'refused' });
  });

  test('what is no address is said to be none', async () => {
    await expect(connectDevice(elsewhere('wss://['))).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a name that does not exist is unreachable', async () => {
    await expect(connectDevice(elsewhere('wss://room1.invalid'))).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  test('a host that takes the connection and says nothing is given up', async () => {
    const silent = createServer();
    server = silent;
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = `ws://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    await expect(connectDevice(elsewhere(address), { connectTimeoutMs: 50 })).rejects.toMatchObject({
      code: 'timed-out',
    });
  });

  test('a password does not go to another machine in the clear', async () => {
    await expect(connectDevice(elsewhere('ws://10.0.0.5'))).rejects.toMatchObject({ code: 'https-only' });
  });

  test.each(['no JSON', '{"id":"77","result":1}', '[]', 'null'])(
    '%s in place of an answer ends the connection',
    async (message) => {
      const talker = new WebSocketServer({ port: 0, host: '127.0.0.1' });
      server = talker;
      talker.on('connection', (socket) => socket.on('message', () => socket.send(message)));
      await new Promise((resolve) => talker.once('listening', resolve));
      const address = `ws://127.0.0.1:${(talker.address() as AddressInfo).port}`;
      const connection = await connectDevice(elsewhere(address));
      await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'closed' });
    },
  );
});
