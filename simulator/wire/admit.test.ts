import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { selfSignedCertificate } from './certificate.ts';
import { listen } from './listen.ts';
import { authProtocolOf, connectRaw, LOGIN, testWire, upgradeStatus } from './test-wire.ts';

const AUTH = authProtocolOf(LOGIN);
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('a client comes in', () => {
  test('by subprotocol, which is echoed', async () => {
    const { listener } = await testWire();
    const socket = new WebSocket(`${listener.address}/ws`, ['other', AUTH]);
    onTestFinished(() => socket.terminate());
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    expect(socket.protocol).toBe(AUTH);
  });

  test('by Basic', async () => {
    const { listener } = await testWire();
    const url = `${listener.address}/ws`;
    expect(await upgradeStatus(url, [], basic(`${LOGIN.username}:${LOGIN.password}`))).toBe(101);
    expect(await upgradeStatus(url, [], basic('admin:wrong'))).toBe(403);
  });
});

describe('a client is refused', () => {
  test.each([
    ['without credentials', '/ws', [], 401],
    ['with others', '/ws', [authProtocolOf({ username: 'admin', password: '' })], 403],
    ['with another name', '/ws', [authProtocolOf({ ...LOGIN, username: 'root' })], 403],
    ['with credentials that are none', '/ws', ['auth-____'], 403],
    ['at another path', '/wsx', [AUTH], 404],
  ])('%s', async (_name, path, protocols, status) => {
    const { listener } = await testWire();
    expect(await upgradeStatus(`${listener.address}${path}`, protocols)).toBe(status);
  });

  test('over plain ws when the device takes HTTPS alone', async () => {
    const { listener, device } = await testWire();
    device.setConfiguration(['NetworkServices', 'HTTP', 'Mode'], 'HTTPS');
    expect(await upgradeStatus(`${listener.address}/ws`, [AUTH])).toBe(401);
    const secure = await listen(device, { ...LOGIN, tls: await selfSignedCertificate('room1') });
    onTestFinished(() => secure.close());
    expect(await upgradeStatus(`${secure.address}/ws`, [AUTH])).toBe(101);
  });

  test('when WebSocket is switched off', async () => {
    const { listener, device } = await testWire();
    device.setConfiguration(['NetworkServices', 'Websocket'], 'Off');
    expect(await upgradeStatus(`${listener.address}/ws`, [AUTH])).toBe(404);
  });

  test('when there are too many, until one has gone', async () => {
    const { listener } = await testWire({ maxConnections: 1 });
    const client = await connectRaw(listener);
    expect(await upgradeStatus(`${listener.address}/ws`, [AUTH])).toBe(503);
    listener.faults.drop();
    await client.closed;
    expect(await upgradeStatus(`${listener.address}/ws`, [AUTH])).toBe(101);
  });
});

test('a port that is taken is an error', async () => {
  const { device } = await testWire();
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  onTestFinished(() => void other.close());
  await expect(listen(device, { ...LOGIN, port })).rejects.toThrow('EADDRINUSE');
});

test('a listener that was closed is gone, with its clients', async () => {
  const { listener } = await testWire();
  const client = await connectRaw(listener);
  await listener.close();
  expect(await client.closed).toBe(1006);
  await expect(connectRaw(listener)).rejects.toThrow('ECONNREFUSED');
});
