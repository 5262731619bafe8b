import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testDevice } from '../../device/test-device.ts';
import { listenCloud } from './listen-cloud.ts';

const TOKEN = 'a-token';
const ID = 'Y2lzY29zcGFyazovL3VybjpERVZJQ0U';

/** What tests read of the answers, one by one. */
interface Answer {
  readonly items: object;
  readonly message: string;
  readonly errors: unknown;
  readonly trackingId: string;
}

/** A commissioned device that is reached by way of the cloud, and a client of it. */
async function testCloud() {
  const made = testDevice();
  const cloud = await listenCloud({ devices: [{ id: ID, device: made.device }], token: TOKEN });
  onTestFinished(() => cloud.close());
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${cloud.address}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  }
  const patch = (operations: unknown) =>
    call('PATCH', `deviceConfigurations?deviceId=${ID}`, operations, {
      'content-type': 'application/json-patch+json',
    });
  const volume = () => call('GET', `xapi/status?deviceId=${ID}&name=Audio.Volume`);
  return { ...made, cloud, call, patch, volume };
}

describe('the REST API', () => {
  test('lists devices by name', async () => {
    const { call } = await testCloud();
    const room1 = expect.objectContaining({ id: ID, displayName: 'room1', connectionStatus: 'connected' });
    expect((await call('GET', 'devices')).body).toEqual({ items: [room1] });
    expect((await call('GET', 'devices?displayName=room1')).body).toEqual({ items: [room1] });
    expect((await call('GET', 'devices?displayName=other')).body).toEqual({ items: [] });
  });

  test('does commands, with a body too', async () => {
    const { call, get, device, journal } = await testCloud();
    const set = { deviceId: ID, arguments: { Level: 45 } };
    expect(await call('POST', 'xapi/command/Audio.Volume.Set', set)).toMatchObject({
      status: 200,
      body: { ...set, result: {} },
    });
    expect(get('Status Audio Volume')).toBe(45);
    device.addBehaviors({ 'Macros Macro Save': ({ body }) => ({ Length: body?.length ?? 0 }) });
    const save = { deviceId: ID, arguments: { Name: 'a' }, body: 'one\ntwo' };
    expect((await call('POST', 'xapi/command/Macros.Macro.Save', save)).body).toMatchObject({
      result: { Length: 7 },
    });
    expect(journal('command').map(({ origin }) => origin)).toEqual(['client:1', 'client:1']);
  });

  test('reads statuses, several at once, and with wildcards and indices', async () => {
    const { call, device, volume } = await testCloud();
    expect((await volume()).body).toEqual({ deviceId: ID, result: { Audio: { Volume: 70 } } });
    device.setStatus(['Call', 2], { Status: 'Connected' });
    const names = 'name=Audio.Volume&name=Audio.VolumeMute&name=Call[2].Status&name=Call[*].Status';
    expect((await call('GET', `xapi/status?deviceId=${ID}&${names}`)).body).toEqual({
      deviceId: ID,
      result: { Audio: { Volume: 70, VolumeMute: 'Off' }, Call: [{ id: 2, Status: 'Connected' }] },
    });
  });

  test('reads and sets configurations', async () => {
    const { call, patch, get } = await testCloud();
    const path = 'Audio.DefaultVolume/sources/configured/value';
    const replaced = await patch([{ op: 'replace', path, value: 33 }]);
    expect(replaced.body).toMatchObject({
      items: {
        'Audio.DefaultVolume': { value: 33, source: 'configured', sources: { configured: { value: 33 } } },
      },
    });
    expect(get('Configuration Audio DefaultVolume')).toBe(33);
    expect((await patch([{ op: 'remove', path: `/${path}` }])).body).toMatchObject({
      items: { 'Audio.DefaultVolume': { source: 'default' } },
    });
    const all = await call('GET', `deviceConfigurations?deviceId=${ID}`);
    expect(Object.keys(all.body.items).length).toBeGreaterThan(100);
    const some = await call('GET', `deviceConfigurations?deviceId=${ID}&key=Audio.Ultrasound.*`);
    expect(Object.keys(some.body.items)).toContain('Audio.Ultrasound.MaxVolume');
    expect(Object.keys(some.body.items).every((key) => key.startsWith('Audio.Ultrasound.'))).toBe(true);
  });
});

describe('what is refused has a status, a message and a tracking id', () => {
  const command = (name: string, parameters = {}) =>
    ['POST', `xapi/command/${name}`, { deviceId: ID, arguments: parameters }] as const;

  test.each([
    [404, 'Unknown command', ...command('Nonsense.Do')],
    [400, 'Bad argument to parameter "Level"', ...command('Audio.Volume.Set', { Level: 500 })],
    [404, 'HttpClient.Get cannot be called', ...command('HttpClient.Get', { Url: 'http://127.0.0.1' })],
    [400, 'No such macro', ...command('Macros.Macro.Activate', { Name: 'nobody' })],
    [404, 'ID: other', 'POST', 'xapi/command/Audio.Volume.Mute', { deviceId: 'other' }],
    [400, 'deviceId', 'POST', 'xapi/command/Audio.Volume.Mute', {}],
    [400, '1 to 10', 'GET', `xapi/status?deviceId=${ID}`, undefined],
    [400, 'No match', 'GET', `xapi/status?deviceId=${ID}&name=Nonsense`, undefined],
    [415, 'json-patch', 'PATCH', `deviceConfigurations?deviceId=${ID}`, []],
    [404, 'could not be found', 'GET', 'people/me', undefined],
  ] as const)('%i %s', async (status, message, method, path, body) => {
    const { call, device } = await testCloud();
    device.setAnswer(['Macros', 'Macro', 'Activate'], { error: { message: 'No such macro' } });
    const answer = await call(method, path, body);
    expect(answer).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
    expect(answer.body.errors).toEqual([{ description: answer.body.message }]);
    expect(answer.body.trackingId).toMatch(/^SIM_/);
  });

  test('patches of other paths and to bad values', async () => {
    const { patch } = await testCloud();
    expect(await patch([{ op: 'replace', path: 'Audio.DefaultVolume', value: 3 }])).toMatchObject({
      status: 400,
    });
    const path = 'Audio.DefaultVolume/sources/configured/value';
    expect(await patch([{ op: 'replace', path, value: 3000 }])).toMatchObject({ status: 400 });
    expect(await patch([{ op: 'add', path, value: 3 }])).toMatchObject({ status: 400 });
  });

  test('anything at all, and nothing breaks', async () => {
    const { call, volume } = await testCloud();
    const request = fc.record({ deviceId: fc.constant(ID), arguments: fc.jsonValue(), body: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.oneof(request, fc.jsonValue()), async (body) => {
        const { status } = await call('POST', 'xapi/command/Message.Send', body);
        expect([200, 400]).toContain(status);
      }),
    );
    expect((await volume()).status).toBe(200);
  });
});

describe('on demand', () => {
  test('the token is wrong, or its time is over', async () => {
    const { cloud, volume, call } = await testCloud();
    expect((await call('GET', 'devices', undefined, { authorization: 'Bearer other' })).status).toBe(401);
    cloud.faults.refusePassword = true;
    expect((await volume()).status).toBe(401);
  });

  test('requests are too many, and say when to come again', async () => {
    const { cloud, volume } = await testCloud();
    cloud.faults.limitNext = 1;
    cloud.faults.retryAfterSeconds = 7;
    const limited = await volume();
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('7');
    expect((await volume()).status).toBe(200);
  });

  test('a command is accepted, and done, without an answer', async () => {
    const { cloud, call, get } = await testCloud();
    cloud.faults.acceptNext = 2;
    const set = { deviceId: ID, arguments: { Level: 4 } };
    const accepted = await call('POST', 'xapi/command/Audio.Volume.Set', set);
    expect(accepted).toMatchObject({ status: 202, body: set });
    expect(accepted.body).not.toHaveProperty('result');
    expect(get('Status Audio Volume')).toBe(4);
    expect((await call('POST', 'xapi/command/Nonsense', set)).status).toBe(202);
    expect((await call('POST', 'xapi/command/Audio.Volume.Set', set)).status).toBe(200);
  });

  test('the device is not connected', async () => {
    const { cloud, volume, call } = await testCloud();
    cloud.faults.offline = true;
    expect((await volume()).status).toBe(503);
    expect((await call('GET', 'devices')).body.items).toMatchObject([{ connectionStatus: 'disconnected' }]);
  });

  test('connections break', async () => {
    const { cloud, call, device } = await testCloud();
    const arrived = new Promise<void>((resolve) => {
      device.addBehaviors({
        'Audio Volume Mute': () => {
          resolve();
          return new Promise(() => {});
        },
      });
    });
    const waiting = call('POST', 'xapi/command/Audio.Volume.Mute', { deviceId: ID });
    await Promise.all([expect(waiting).rejects.toThrow(), arrived.then(() => cloud.faults.drop())]);
  });
});
