import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { selfSignedCertificate } from '#simulator/wire/certificate';
import { testDevice } from '../test-device.ts';
import { XAPI_ERROR } from '../xapi-error.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(handler: Handler, tls?: { key: string; cert: string }): Promise<string> {
  const server = tls ? createSecureServer(tls, handler) : createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const echo: Handler = async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader('x-method', `${request.method}`);
  response.setHeader('x-header', `${request.headers['x-say']}`);
  response.end(Buffer.concat(chunks));
};

const failure = (message: string) => ({ code: XAPI_ERROR.commandFailed, message });

describe('the HTTP client', () => {
  test('is off until it is switched on', async () => {
    const { device, command } = testDevice();
    device.setConfiguration(['HttpClient', 'Mode'], 'Off');
    const get = command('HttpClient Get', { Url: 'http://127.0.0.1:1/' });
    await expect(get).rejects.toMatchObject(failure('HttpClient Mode is Off'));
  });

  test.each(['Post', 'Put', 'Patch'])('really sends a %s with headers and body', async (method) => {
    const { command } = testDevice();
    const params = { Url: await serve(echo), Header: ['X-Say: hi there'], ResultBody: 'PlainText' };
    const answer = await command(`HttpClient ${method}`, params, 'line one\nline two');
    expect(answer).toMatchObject({ status: 'OK', StatusCode: 200, Body: 'line one\nline two' });
    expect(answer.Headers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ Key: 'x-method', Value: method.toUpperCase() }),
        expect.objectContaining({ Key: 'x-header', Value: 'hi there' }),
      ]),
    );
  });

  test('gives the body back as asked: plainly, in base64, or not', async () => {
    const { command } = testDevice();
    const Url = await serve((_request, response) => response.end('grüße'));
    expect(await command('HttpClient Get', { Url })).toMatchObject({ Body: 'grüße' });
    expect(await command('HttpClient Get', { Url, ResultBody: 'Base64' })).toMatchObject({
      Body: 'Z3LDvMOfZQ==',
    });
    expect(await command('HttpClient Delete', { Url })).not.toHaveProperty('Body');
  });

  test('fails on an answer that is no success, with the whole answer as data', async () => {
    const { command } = testDevice();
    const Url = await serve((_request, response) => response.writeHead(404).end('nothing here'));
    await expect(command('HttpClient Get', { Url })).rejects.toMatchObject({
      ...failure('Command returned an error.'),
      data: { status: 'Error', StatusCode: 404, Body: 'nothing here' },
    });
  });

  test('does not follow a redirect', async () => {
    const { command } = testDevice();
    const Url = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://example.com' }).end(),
    );
    await expect(command('HttpClient Get', { Url })).rejects.toMatchObject({ data: { StatusCode: 302 } });
  });

  test.each([
    'http://example.com/',
    'https://192.168.1.1/',
    'http://127.0.0.1.example.com/',
    'http://[::2]/',
  ])('does not reach %s, and says what to do instead', async (Url) => {
    const { command } = testDevice();
    await expect(command('HttpClient Get', { Url })).rejects.toThrow(/only loopback.*set an answer/);
  });

  test('answers for any address what was set', async () => {
    const { device, command } = testDevice();
    device.setAnswer(['HttpClient', 'Get'], { answer: { StatusCode: 200, Body: '{}' } });
    expect(await command('HttpClient Get', { Url: 'https://example.com/' })).toMatchObject({ Body: '{}' });
  });

  test.each([
    ['Url', { Url: 'ftp://127.0.0.1/' }],
    ['Url', { Url: 'not a url' }],
    ['Header', { Url: 'http://127.0.0.1:1/', Header: ['no colon'] }],
    ['Header', { Url: 'http://127.0.0.1:1/', Header: ['a: b\r\nc: d'] }],
    ['Timeout', { Url: 'http://127.0.0.1:1/', Timeout: 31 }],
  ])('refuses a bad %s: %j', async (name, params) => {
    const { command } = testDevice();
    await expect(command('HttpClient Get', params)).rejects.toMatchObject({
      code: XAPI_ERROR.badParameter,
      message: `Bad usage: Bad argument to parameter "${name}".`,
    });
  });

  test('gives up after its timeout', async () => {
    const { command } = testDevice();
    const Url = await serve(() => undefined);
    await expect(command('HttpClient Get', { Url, Timeout: 1 })).rejects.toMatchObject(failure('Timeout'));
  });

  test('takes no more of a body than its limit', async () => {
    const { command } = testDevice();
    const Url = await serve((_request, response) => response.end('x'.repeat(1001)));
    const get = command('HttpClient Get', { Url, ResponseSizeLimit: 1000 });
    await expect(get).rejects.toMatchObject(failure('Response body is too large'));
  });

  test('says that nobody answers', async () => {
    const { command } = testDevice();
    await expect(command('HttpClient Get', { Url: 'http://127.0.0.1:1/' })).rejects.toThrow(/ECONNREFUSED/);
  });

  test('sends three requests at once; one more fails at once, and works when they are over', async () => {
    const { device, command } = testDevice();
    const waiting: ServerResponse[] = [];
    let arrived: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const Url = await serve((_request, response) => {
      if (waiting.push(response) === 3) arrived();
    });
    const requests = [1, 2, 3].map(() => command('HttpClient Get', { Url }));
    await expect(command('HttpClient Get', { Url })).rejects.toMatchObject(
      failure('No available http connections'),
    );
    await all;
    for (const response of waiting) response.end();
    await Promise.all(requests);
    const settled = device.settled();
    await expect(settled).resolves.toBeUndefined();
    const after = command('HttpClient Get', { Url: await serve(echo) });
    await expect(after).resolves.toMatchObject({ StatusCode: 200 });
  });

  test('counts as unrest until the answer is there', async () => {
    const { device, command, journal } = testDevice();
    const Url = await serve((_request, response) => void setTimeout(() => response.end('late'), 20));
    void command('HttpClient Get', { Url });
    await device.settled();
    expect(journal('command')).toMatchObject([{ result: { Body: 'late' } }]);
  });

  test('checks certificates unless both the request and the configuration say otherwise', async () => {
    const { device, command } = testDevice();
    const Url = await serve(echo, await selfSignedCertificate('test'));
    await expect(command('HttpClient Get', { Url })).rejects.toThrow(/self-signed certificate/);
    const insecure = () => command('HttpClient Get', { Url, AllowInsecureHTTPS: true });
    await expect(insecure()).rejects.toThrow('Insecure HTTPS is not allowed');
    device.setConfiguration(['HttpClient', 'AllowInsecureHTTPS'], 'True');
    await expect(insecure()).resolves.toMatchObject({ StatusCode: 200 });
  });
});
