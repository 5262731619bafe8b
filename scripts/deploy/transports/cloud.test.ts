import { createServer, type RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testDevice } from '#simulator/device/test-device';
import { listenCloud } from '#simulator/wire/cloud/listen-cloud';
import { startServer } from '#simulator/wire/start-server';
import { createTarget } from '../target.ts';
import { connectCloud } from './cloud.ts';
import { cloudAddress } from './cloud-address.ts';
import { cloudName, valueAt } from './cloud-values.ts';

const ID = 'Y2lzY29zcGFyazovL3VybjpERVZJQ0U=';
const TOKEN = 'a-token';

/** A device that is reached by way of the cloud. */
async function cloudDevice() {
  const made = testDevice();
  const { address, faults, close } = await listenCloud({
    devices: [{ id: ID, device: made.device }],
    token: TOKEN,
  });
  onTestFinished(close);
  const target = createTarget({ name: 'room1', address: `cloud:${address}/${ID}`, token: TOKEN });
  const lines: string[] = [];
  const open = async (options = {}) => {
    const connection = await connectCloud(target, { say: (line) => lines.push(line), ...options });
    onTestFinished(() => connection.close());
    return connection;
  };
  return { ...made, address, faults, target, lines, open };
}

/** Something that answers everything in the same way, in place of Webex. */
async function instead(answer: RequestListener) {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = await startServer(server, '127.0.0.1', 0);
  return createTarget({ name: 'room1', address: `cloud:http://127.0.0.1:${port}/${ID}`, token: TOKEN });
}

describe('an address', () => {
  const read = (address: string) => cloudAddress(createTarget({ name: 'room1', address, token: TOKEN }));

  test.each([
    [`cloud:${ID}`, { deviceId: ID, api: 'https://webexapis.com' }],
    [`cloud:a/b+c`, { deviceId: 'a/b+c', api: 'https://webexapis.com' }],
    [`cloud:http://127.0.0.1:80/${ID}`, { deviceId: ID, api: 'http://127.0.0.1:80' }],
    [`CLOUD:https://other.example/${ID}`, { deviceId: ID, api: 'https://other.example' }],
  ])('%s', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  test.each([
    ['cloud:', 'unreachable'],
    ['cloud:a b', 'unreachable'],
    ['cloud:http://127.0.0.1:99999/a', 'unreachable'],
    ['cloud:http://other.example/a', 'https-only'],
  ])('%s is refused', (address, code) => {
    expect(() => read(address)).toThrow(expect.objectContaining({ code }));
  });
});

test.each([
  ['Audio Volume', 'Audio.Volume', { Audio: { Volume: 3 } }, 3],
  ['Call 2 Status', 'Call[2].Status', { Call: [{ id: 2, Status: 'Connected' }] }, 'Connected'],
  ['Call 3', 'Call[3]', { Call: [{ id: '3' }] }, { id: '3' }],
  ['Call 4 Status', 'Call[4].Status', { Call: [] }, undefined],
  ['Audio Volume', 'Audio.Volume', {}, undefined],
])('%s is asked as %s and found in what comes', (path, name, tree, value) => {
  expect(cloudName(path)).toBe(name);
  expect(valueAt(tree, path)).toEqual(value);
});

describe('a device by way of the cloud', () => {
  test('says what it lacks, and refuses it at once', async () => {
    const { open, journal } = await cloudDevice();
    const connection = await open();
    const asked = journal('command').length;
    expect([...connection.lacks].sort()).toEqual(['events', 'logs', 'restart-proof', 'schema']);
    const lacking = { code: 'not-supported', message: expect.stringContaining('wss://') };
    await expect(connection.subscribe('Event Macros Log', () => {})).rejects.toMatchObject(lacking);
    await expect(connection.schema('Command')).rejects.toMatchObject(lacking);
    await expect(connection.command('Macros Log Get')).rejects.toMatchObject(lacking);
    await expect(connection.command('HttpClient Get', { Url: 'http://x' })).rejects.toMatchObject(lacking);
    expect(journal('command')).toHaveLength(asked);
  });

  test('whose name was taken for its id', async () => {
    const { target, address } = await cloudDevice();
    await expect(connectCloud({ ...target, address: `cloud:${address}/room1` }, {})).rejects.toMatchObject({
      code: 'unreachable',
      exitCode: 2,
      message: expect.stringContaining(`room1 is a name; write its address as cloud:${ID}`),
    });
  });

  test('that Webex does not reach', async () => {
    const { target, faults } = await cloudDevice();
    faults.offline = true;
    await expect(connectCloud(target, {})).rejects.toMatchObject({ code: 'unreachable', exitCode: 2 });
  });
});

describe('the token', () => {
  test('that has run out is explained, at first and later', async () => {
    const { target, faults, open } = await cloudDevice();
    const connection = await open();
    faults.refusePassword = true;
    const explained = { code: 'bad-credentials', message: expect.stringContaining('lasts 12 hours') };
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject(explained);
    await expect(connectCloud(target, {})).rejects.toMatchObject({ ...explained, exitCode: 2 });
  });

  test('without the right scopes', async () => {
    const target = await instead((_request, response) => response.writeHead(403).end('{"message": "no"}'));
    await expect(connectCloud(target, {})).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('spark:xapi_commands'),
    });
  });

  test('goes nowhere else, and into no message', async () => {
    const told: (string | undefined)[] = [];
    const other = await instead((request, response) => {
      told.push(request.headers.authorization);
      response.end('{}');
    });
    const elsewhere = other.address.slice('cloud:'.length);
    const target = await instead((_request, response) =>
      response.writeHead(302, { location: elsewhere }).end(),
    );
    const error = await connectCloud(target, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(JSON.stringify([error, String(error)])).not.toContain(TOKEN);
    expect(told).toEqual([]);
  });
});

describe('when there are too many requests', () => {
  test('waits as long as Webex asks for, and says so', async () => {
    const { open, faults, lines } = await cloudDevice();
    const connection = await open();
    Object.assign(faults, { limitNext: 3, retryAfterSeconds: 0 });
    expect(await connection.get('Status Audio Volume')).toBe(70);
    expect(lines).toEqual(Array(3).fill('room1  Webex has too much to do: waiting 0 s'));
  });

  test('does not wait for ever', async () => {
    const { open, faults, lines } = await cloudDevice();
    const connection = await open();
    Object.assign(faults, { limitNext: 1, retryAfterSeconds: 3600 });
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({
      code: 'too-many-connections',
    });
    expect(lines).toEqual([]);
    Object.assign(faults, { limitNext: 100, retryAfterSeconds: 0 });
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({
      code: 'too-many-connections',
    });
    expect(lines).toHaveLength(10);
  });

  test('a wait ends with the connection', async () => {
    const { open, faults } = await cloudDevice();
    const connection = await open({ say: () => connection.close() });
    Object.assign(faults, { limitNext: 1, retryAfterSeconds: 50 });
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a command that was accepted without an answer', () => {
  test('is said, when it changes something', async () => {
    const { open, faults, lines, get } = await cloudDevice();
    const connection = await open();
    faults.acceptNext = 1;
    expect(await connection.command('Audio Volume Set', { Level: 3 })).toEqual({ status: 'Accepted' });
    expect(get('Status Audio Volume')).toBe(3);
    expect(lines).toEqual(['room1  Audio Volume Set: accepted, but Webex does not say when it is done']);
  });

  test('is asked again, when it only reads', async () => {
    let asked = 0;
    const target = await instead((request, response) => {
      if (request.method === 'GET') return void response.end('{}');
      asked += 1;
      if (asked < 3) response.writeHead(202, { 'retry-after': '0' }).end('{}');
      else response.end('{"result": {"Macro": []}}');
    });
    const connection = await connectCloud(target, {});
    expect(await connection.command('Macros Macro Get')).toEqual({ status: 'OK', Macro: [] });
    expect(asked).toBe(3);
  });

  test('but not for ever', async () => {
    const { open, faults } = await cloudDevice();
    const connection = await open({ requestTimeoutMs: 500 });
    faults.acceptNext = 1;
    await expect(connection.command('Macros Macro Get')).rejects.toMatchObject({ code: 'timed-out' });
  });
});

test('what answers in place of Webex is not believed', async () => {
  const garbage = await instead((_request, response) => response.end('<html>'));
  await expect(connectCloud(garbage, {})).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('is not the Webex REST API'),
  });
  const cut = await instead((request) => request.socket.destroy());
  await expect(connectCloud(cut, {})).rejects.toMatchObject({
    code: 'closed',
  });
});

test('somebody who never answers ends by the deadline, and by the signal', async () => {
  const target = await instead(() => {});
  await expect(connectCloud(target, { connectTimeoutMs: 20 })).rejects.toMatchObject({ code: 'timed-out' });
  await expect(connectCloud(target, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'closed',
  });
});
