import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { type ConnectOptions, connectDevice } from './connect.ts';
import { ConnectionError } from './connection-error.ts';
import { createTarget } from './target.ts';

const target = (port: number) =>
  createTarget({ name: 'room1', address: `ws://127.0.0.1:${port}`, username: 'admin', password: 'right' });

/** A server that talks as a test tells it to. */
class Talker {
  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
  ) {}

  static async start(serve: (socket: Socket) => void): Promise<Talker> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      serve(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Talker(server, sockets);
  }

  connect(options: ConnectOptions = {}) {
    return connectDevice(target((this.server.address() as AddressInfo).port), options);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Answers the upgrade as a device does, then calls back with each request, however it comes. */
function upgrade(socket: Socket, onRequest: () => void): void {
  let head = '';
  socket.on('data', (data) => {
    if (head.includes('\r\n\r\n')) return onRequest();
    head += data;
    const key = /sec-websocket-key: *(\S+)/i.exec(head)?.[1];
    const protocol = /sec-websocket-protocol: *(\S+)/i.exec(head)?.[1];
    if (!head.includes('\r\n\r\n')) return;
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
    );
  });
}

/** A frame of text, cut after so many bytes. */
function frame(text: string, cutAfter = Number.POSITIVE_INFINITY): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < 126
      ? Buffer.from([payload.length])
      : Buffer.from([126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([Buffer.from([0x81]), length, payload]).subarray(0, cutAfter);
}

let talker: Talker;

/** How a request ends, and that everything else ends with it. */
async function endOf(options: ConnectOptions = {}): Promise<string> {
  const connection = await talker.connect(options);
  const requests = [connection.get('Status Audio Volume'), connection.command('Standby Activate')];
  const results = await Promise.allSettled(requests);
  connection.close();
  await connection.closed;
  const codes = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'answered'));
  await expect(connection.get('Status Audio Volume')).rejects.toBeInstanceOf(ConnectionError);
  expect(new Set(codes).size).toBe(1);
  return codes[0];
}

describe('a device that', () => {
  afterEach(() => talker.close());

  test('never answers a request is given up', async () => {
    talker = await Talker.start((socket) => upgrade(socket, () => undefined));
    expect(await endOf({ requestTimeoutMs: 30 })).toBe('timed-out');
  });

  test('is cut off in the middle of a frame ends what waits', async () => {
    talker = await Talker.start((socket) =>
      upgrade(socket, () => socket.end(frame('{"jsonrpc":"2.0","id":"1","result":1}', 9))),
    );
    expect(await endOf()).toBe('closed');
  });

  test('sends a frame larger than any answer ends what waits', async () => {
    const huge = Buffer.from([0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0]);
    talker = await Talker.start((socket) => upgrade(socket, () => socket.write(huge)));
    expect(await endOf()).toBe('closed');
  });

  test.each(['HTTP/1.1 200 OK\r\n\r\n', 'SSH-2.0-dropbear\r\n', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'])(
    'answers the upgrade with %j is no device',
    async (answer) => {
      talker = await Talker.start((socket) => socket.once('data', () => socket.end(answer)));
      await expect(talker.connect()).rejects.toMatchObject({ code: 'unreachable', exitCode: 2 });
    },
  );

  test.each([
    [401, 'https-only', false],
    [403, 'bad-credentials', false],
    [404, 'unreachable', true],
    [502, 'rebooting', true],
    [503, 'too-many-connections', true],
  ])('refuses the upgrade with %i: %s', async (status, code, isPassing) => {
    const answer = `HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`;
    talker = await Talker.start((socket) => socket.once('data', () => socket.end(answer)));
    await expect(talker.connect()).rejects.toMatchObject({ code, isPassing });
  });

  test('goes away in the middle of the upgrade is not connected to', async () => {
    talker = await Talker.start((socket) => socket.once('data', () => socket.end('HTTP/1.1 101 Swit')));
    await expect(talker.connect()).rejects.toMatchObject({ name: 'UserError' });
  });

  test('takes a connection and says nothing is left when the command is ended', async () => {
    const stop = new AbortController();
    talker = await Talker.start((socket) => socket.once('data', () => stop.abort()));
    await expect(talker.connect({ signal: stop.signal })).rejects.toMatchObject({ code: 'closed' });
    await expect(talker.connect({ signal: stop.signal })).rejects.toMatchObject({ code: 'closed' });
  });

  test('whatever bytes it sends in place of an answer, everything ends', async () => {
    let bytes: Buffer = Buffer.alloc(0);
    talker = await Talker.start((socket) => upgrade(socket, () => socket.end(bytes)));
    const json = fc.json().map((text) => frame(text));
    const answer = fc.record({ id: fc.constantFrom('1', '2', '9', 1), result: fc.jsonValue() });
    const sent = fc.oneof(
      fc.uint8Array().map((array) => Buffer.from(array)),
      fc.tuple(json, fc.nat(40)).map(([whole, length]) => whole.subarray(0, length)),
      answer.map((value) => frame(JSON.stringify(value))),
      fc
        .constantFrom('null', '[]', '{"method":"xFeedback/Event"}', '{"method":"xFeedback/Event","params":7}')
        .map((text) => frame(text)),
    );
    await fc.assert(
      fc.asyncProperty(sent, async (given) => {
        bytes = given;
        const connection = await talker.connect();
        const requests = [connection.get('Status A'), connection.command('B')];
        for (const result of await Promise.allSettled(requests)) {
          if (result.status === 'rejected') expect(result.reason).toHaveProperty('code');
        }
        await connection.closed;
      }),
      { numRuns: 60 },
    );
  });
});

describe('keepalive', () => {
  let server: WebSocketServer;
  async function start(options: { autoPong: boolean }): Promise<void> {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1', ...options });
    await once(server, 'listening');
  }
  afterEach(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const connect = (keepaliveMs: number) =>
    connectDevice(target((server.address() as AddressInfo).port), { keepaliveMs });

  test('a device that does not answer a ping is gone, and all that waits ends', async () => {
    await start({ autoPong: false });
    const connection = await connect(10);
    const pending = [connection.get('Status A'), connection.command('B')];
    for (const result of await Promise.allSettled(pending)) {
      expect(result).toMatchObject({ reason: { code: 'timed-out', isPassing: true } });
    }
    await connection.closed;
  });

  test('one that answers is kept', async () => {
    await start({ autoPong: true });
    const fifthPing = new Promise<void>((resolve) => {
      let pings = 0;
      server.on('connection', (socket) =>
        socket.on('ping', () => {
          pings += 1;
          if (pings === 5) resolve();
        }),
      );
    });
    const connection = await connect(10);
    await fifthPing;
    let isClosed = false;
    void connection.closed.then(() => {
      isClosed = true;
    });
    connection.close();
    expect(isClosed).toBe(false);
    await connection.closed;
  });
});
