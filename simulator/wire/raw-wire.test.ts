import { createConnection } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { XAPI_ERROR } from '../device/xapi-error.ts';
import { WireFaults } from './faults.ts';
import { connectRaw, testWire } from './test-wire.ts';

const request = (id: unknown, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });
const GET_VOLUME = { Path: ['Status', 'Audio', 'Volume'] };
const error = (id: unknown, code: number) =>
  expect.objectContaining({ id, error: expect.objectContaining({ code }) });

describe('JSON-RPC', () => {
  test.each([
    ['xGet', GET_VOLUME, 70],
    ['xGet', { Path: 'Status/Audio/Volume' }, 70],
    ['xSet', { Path: ['Configuration', 'HttpClient', 'Mode'], Value: 'Off' }, true],
    ['xQuery', { Query: ['Status', '**', 'VolumeMute'] }, { Status: { Audio: { VolumeMute: 'Off' } } }],
    ['xCommand/Audio/Volume/Set', { Level: 1 }, { status: 'OK' }],
    ['xCommand/Audio/Volume/Mute', undefined, { status: 'OK' }],
    ['xFeedback/Subscribe', { Query: ['Status', 'Audio'] }, { Id: 1 }],
    [
      'xDoc',
      { Path: ['Status', 'Audio', 'Volume'], Type: 'Schema' },
      expect.objectContaining({ ValueSpace: { type: 'Integer' } }),
    ],
  ])('%s %j is answered', async (method, params, result) => {
    const { listener } = await testWire();
    const client = await connectRaw(listener);
    client.send(request(7, method, params));
    expect(await client.next()).toEqual({ jsonrpc: '2.0', id: 7, result });
  });

  test.each([
    ['{', null, XAPI_ERROR.parse],
    ['', null, XAPI_ERROR.parse],
    ['[]', null, XAPI_ERROR.invalidRequest],
    ['null', null, XAPI_ERROR.invalidRequest],
    ['"text"', null, XAPI_ERROR.invalidRequest],
    ['{"id":3}', 3, XAPI_ERROR.invalidRequest],
    ['{"jsonrpc":"1.0","id":"x","method":"xGet"}', 'x', XAPI_ERROR.invalidRequest],
    ['{"jsonrpc":"2.0","id":{},"method":"xGet"}', null, XAPI_ERROR.invalidRequest],
    ['{"jsonrpc":"2.0","id":1,"method":5}', 1, XAPI_ERROR.invalidRequest],
    ['{"jsonrpc":"2.0","id":1,"method":"xGet","params":[]}', 1, XAPI_ERROR.badParameter],
    ['{"jsonrpc":"2.0","id":1,"method":"xGet"}', 1, XAPI_ERROR.badParameter],
    ['{"jsonrpc":"2.0","id":1,"method":"xGet","params":{"Path":{}}}', 1, XAPI_ERROR.badParameter],
    ['{"jsonrpc":"2.0","id":1,"method":"xGet","params":{"Path":["__proto__"]}}', 1, XAPI_ERROR.badParameter],
    [
      '{"jsonrpc":"2.0","id":1,"method":"xDoc","params":{"Path":["Status"],"Type":"Other"}}',
      1,
      XAPI_ERROR.badParameter,
    ],
    [
      '{"jsonrpc":"2.0","id":1,"method":"xCommand/Message/Send","params":{"Text":"a","body":5}}',
      1,
      XAPI_ERROR.badParameter,
    ],
    ['{"jsonrpc":"2.0","id":1,"method":"xNonsense"}', 1, XAPI_ERROR.noSuchMethod],
    ['{"jsonrpc":"2.0","id":1,"method":"constructor"}', 1, XAPI_ERROR.noSuchMethod],
    ['{"jsonrpc":"2.0","id":1,"method":"xCommand/"}', 1, XAPI_ERROR.noSuchMethod],
  ])('%s is refused, and the connection goes on', async (text, id, code) => {
    const { listener } = await testWire();
    const client = await connectRaw(listener);
    client.send(text);
    expect(await client.next()).toEqual(error(id, code));
    client.send(request('after', 'xGet', GET_VOLUME));
    expect(await client.next()).toMatchObject({ id: 'after', result: 70 });
  });

  test('several requests in one array are answered in one array, those without an id not at all', async () => {
    const { listener, get } = await testWire();
    const client = await connectRaw(listener);
    client.send([
      request(undefined, 'xCommand/Audio/Volume/Set', { Level: 3 }),
      request(1, 'xGet', GET_VOLUME),
      5,
      request('2', 'xNonsense'),
    ]);
    expect(await client.next()).toEqual([
      { jsonrpc: '2.0', id: 1, result: 3 },
      error(null, XAPI_ERROR.invalidRequest),
      error('2', XAPI_ERROR.noSuchMethod),
    ]);
    client.send([request(undefined, 'xCommand/Audio/Volume/Set', { Level: 4 })]);
    client.send(request(3, 'xGet', GET_VOLUME));
    expect(await client.next()).toMatchObject({ id: 3, result: 4 });
    expect(get('Status Audio Volume')).toBe(4);
  });

  test('params nested deeper than anything the device takes are refused', async () => {
    const { listener } = await testWire();
    const client = await connectRaw(listener);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    client.send(
      `{"jsonrpc":"2.0","id":1,"method":"xSet","params":{"Path":["Configuration"],"Value":${deep}}}`,
    );
    expect(await client.next()).toEqual(error(1, XAPI_ERROR.badParameter));
  });

  test('binary frames are read as text', async () => {
    const { listener } = await testWire();
    const client = await connectRaw(listener);
    client.socket.send(Buffer.from(JSON.stringify(request(1, 'xGet', GET_VOLUME))), { binary: true });
    expect(await client.next()).toMatchObject({ id: 1, result: 70 });
    client.socket.send(Buffer.from([0xff, 0xfe, 0x00]), { binary: true });
    expect(await client.next()).toEqual(error(null, XAPI_ERROR.parse));
  });

  test('a frame larger than any request ends that connection alone', async () => {
    const { listener } = await testWire();
    const [client, other] = [await connectRaw(listener), await connectRaw(listener)];
    client.send('x'.repeat(17 * 1024 * 1024));
    expect(await client.closed).toBe(1009);
    other.send(request(1, 'xGet', GET_VOLUME));
    expect(await other.next()).toMatchObject({ result: 70 });
  });

  test('a subscription’s present value comes after its number', async () => {
    const { listener } = await testWire();
    const client = await connectRaw(listener);
    client.send(request(1, 'xFeedback/Subscribe', { Query: GET_VOLUME.Path, NotifyCurrentValue: true }));
    expect(await client.next()).toMatchObject({ id: 1, result: { Id: 1 } });
    expect(await client.next()).toEqual({
      jsonrpc: '2.0',
      method: 'xFeedback/Event',
      params: { Id: 1, Status: { Audio: { Volume: 70 } } },
    });
  });

  test('clients are numbered, and what one follows ends with it', async () => {
    const { listener, device, journal } = await testWire();
    const [one, two] = [await connectRaw(listener), await connectRaw(listener)];
    for (const client of [one, two]) {
      client.send(request(1, 'xFeedback/Subscribe', { Query: ['Status', 'Audio'] }));
      await client.next();
    }
    expect(journal('subscribe').map(({ origin }) => origin)).toEqual(['client:1', 'client:2']);
    one.socket.close();
    await one.closed;
    device.setStatus(['Audio', 'Volume'], 9);
    expect(await two.next()).toMatchObject({ params: { Status: { Audio: { Volume: 9 } } } });
  });
});

test('whatever is sent, nothing breaks, and each request with an id is answered once', async () => {
  const { listener, device } = await testWire();
  const client = await connectRaw(listener);
  const method = fc.constantFrom(
    'xGet',
    'xSet',
    'xQuery',
    'xDoc',
    'xFeedback/Subscribe',
    'xFeedback/Unsubscribe',
    'xCommand/Audio/Volume/Set',
    'xCommand/UserInterface/Message/Prompt/Display',
    'xCommand/HttpClient/Get',
    'xCommand/UserInterface/Extensions/Panel/Save',
    'toString',
    '',
  );
  const segment = fc.oneof(
    fc.constantFrom('Status', 'Configuration', 'Event', 'Audio', 'Call', '*', '**', '__proto__', 'ghost', ''),
    fc.integer(),
    fc.string(),
  );
  const anything = fc.jsonValue({ maxDepth: 3 });
  const params = fc.oneof(
    anything,
    fc.record(
      {
        Path: fc.array(segment),
        Query: fc.array(segment),
        Value: anything,
        Id: anything,
        Type: fc.constantFrom('Schema', 1),
        Level: anything,
        Text: anything,
        Url: anything,
        body: anything,
      },
      { requiredKeys: [] },
    ),
  );
  const anyRequest = fc.record(
    { jsonrpc: fc.constant('2.0'), method, params },
    { requiredKeys: ['jsonrpc', 'method'] },
  );
  let id = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 5, arbitrary: anyRequest }, { weight: 1, arbitrary: anything }),
      async (message) => {
        id += 1;
        const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
        client.send(isObject ? { ...message, id } : [message, request(id, 'xGet', GET_VOLUME)]);
        for (;;) {
          const answer = await client.next();
          const answers = (Array.isArray(answer) ? answer : [answer]) as { id?: number }[];
          if (answers.some((each) => each.id === id)) return;
          // Only feedback comes unasked.
          expect(answers).toEqual([expect.objectContaining({ method: 'xFeedback/Event' })]);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  expect(device.peek(['Status', 'Audio', 'VolumeMute'])).toBe('Off');
});

describe('bytes that are no WebSocket', () => {
  test.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['a half request', 'GET /ws HTTP/1.1\r\nUpgr'],
    [
      'an upgrade to something else',
      'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    ],
    ['a plain page', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('do no harm: %s', async (_name, bytes) => {
    const { listener } = await testWire();
    const socket = createConnection(Number(new URL(listener.address).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
    socket.resetAndDestroy();
    const client = await connectRaw(listener);
    client.send(request(1, 'xGet', GET_VOLUME));
    expect(await client.next()).toMatchObject({ result: 70 });
  });
});

describe('faults', () => {
  test('break every connection', async () => {
    const { listener } = await testWire();
    const clients = [await connectRaw(listener), await connectRaw(listener)];
    listener.faults.drop();
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([1006, 1006]);
    await expect(connectRaw(listener)).resolves.toBeDefined();
  });

  test('delay what the device says, in order even when the delay ends meanwhile', async () => {
    const faults = new WireFaults();
    const { listener, device } = await testWire({ faults });
    const client = await connectRaw(listener);
    faults.delayMs = 50;
    const start = performance.now();
    const bothAsked = new Promise<void>((resolve) => {
      device.journal.onEntry(({ seq, result }) => {
        if (seq === 2 && result !== undefined) setImmediate(resolve);
      });
    });
    client.send(request(1, 'xGet', GET_VOLUME));
    client.send(request(2, 'xGet', GET_VOLUME));
    await bothAsked;
    faults.delayMs = 0;
    client.send(request(3, 'xGet', GET_VOLUME));
    for (const id of [1, 2, 3]) expect(await client.next()).toMatchObject({ id });
    // Timers count whole milliseconds, so one may be early by a part of one.
    expect(performance.now() - start).toBeGreaterThanOrEqual(49);
  });

  test('delay the answer that lets a client in, or refuses it', async () => {
    const faults = new WireFaults();
    const { listener } = await testWire({ faults });
    faults.delayMs = 50;
    const start = performance.now();
    await connectRaw(listener);
    expect(performance.now() - start).toBeGreaterThanOrEqual(49);
    faults.refusePassword = true;
    const again = performance.now();
    await expect(connectRaw(listener)).rejects.toThrow('403');
    expect(performance.now() - again).toBeGreaterThanOrEqual(49);
  });

  test('end with the listener, which waits for nobody whose answer is delayed', async () => {
    const { listener } = await testWire();
    listener.faults.delayMs = 60_000;
    const { port } = new URL(listener.address);
    const socket = createConnection(Number(port), '127.0.0.1').on('error', () => undefined);
    const ended = new Promise((resolve) => socket.on('close', resolve));
    socket.write('GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await new Promise((resolve) => socket.on('connect', resolve));
    // A second connection that is answered shows that the server has read what came before it.
    await fetch(`http://127.0.0.1:${port}/`);
    await listener.close();
    await ended;
  });

  test('refuse every password, or every connection, until they are taken back', async () => {
    const { listener } = await testWire();
    listener.faults.refusePassword = true;
    await expect(connectRaw(listener)).rejects.toThrow('403');
    listener.faults.refusePassword = false;
    listener.faults.refuseConnections = true;
    await expect(connectRaw(listener)).rejects.toThrow(/socket hang up|ECONNRESET/);
    listener.faults.refuseConnections = false;
    await expect(connectRaw(listener)).resolves.toBeDefined();
  });
});
