import fetchSchema from 'jsxapi/lib/schema/fetch.js';
import generateApi from 'jsxapi/lib/schema/generate.js';
import { describe, expect, test } from 'vitest';
import { NOON } from '../device/test-device.ts';
import { XAPI_ERROR } from '../device/xapi-error.ts';
import { type Certificate, selfSignedCertificate } from './certificate.ts';
import { connectJsxapi, testWire } from './test-wire.ts';

/** Resolves with the first thing that a listener hears. */
const first = <Value>(follow: (listener: (value: Value) => void) => unknown): Promise<Value> =>
  new Promise((resolve) => follow(resolve));

describe.each(['ws', 'wss'])('jsxapi over %s', (scheme) => {
  const tls = async (): Promise<{ tls: Certificate } | object> =>
    scheme === 'wss' ? { tls: await selfSignedCertificate('room1') } : {};

  test('connects, commands, reads and sets', async () => {
    const { listener, journal } = await testWire(await tls());
    expect(listener.address).toMatch(new RegExp(`^${scheme}://127\\.0\\.0\\.1:\\d+$`));
    const xapi = await connectJsxapi(listener);
    expect(await xapi.Command.Audio.Volume.Set({ Level: 45 })).toEqual({ status: 'OK' });
    expect(await xapi.Status.Audio.Volume.get()).toBe(45);
    await xapi.Config.Audio.DefaultVolume.set(33);
    expect(await xapi.Config.Audio.DefaultVolume.get()).toBe(33);
    expect(journal('command')).toMatchObject([
      { origin: 'client:1', path: 'Audio Volume Set', params: { Level: 45 } },
    ]);
  });

  test('is refused with a wrong password', async () => {
    const { listener } = await testWire(await tls());
    await expect(connectJsxapi(listener, { username: 'admin', password: 'wrong' })).rejects.toThrow(/403/);
  });
});

describe('jsxapi', () => {
  test('uses the legacy forms as well', async () => {
    const { listener } = await testWire();
    const xapi = await connectJsxapi(listener);
    await xapi.command('Audio Volume Set', { Level: 5 });
    expect(await xapi.status.get('Audio/Volume')).toBe(5);
    await xapi.config.set('Audio DefaultVolume', 6);
    expect(await xapi.config.get('audio defaultVolume')).toBe(6);
  });

  test('sends bodies of many lines and repeated parameters', async () => {
    const { listener, device, journal } = await testWire();
    const xapi = await connectJsxapi(listener);
    const xml = '<Extensions>\n<Panel>\n<Name>Größe\n</Name></Panel>\n</Extensions>';
    await xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: 'p' }, xml);
    expect(device.screen.current.panels).toMatchObject([{ id: 'p', name: 'Größe' }]);
    expect(journal('command')).toMatchObject([{ body: xml, params: { PanelId: 'p' } }]);
    await xapi.Command.UserInterface.WebView.Display({ Url: 'http://127.0.0.1', Header: ['A: 1', 'B: 2'] });
    expect(journal('command').at(-1)).toMatchObject({ params: { Header: ['A: 1', 'B: 2'] } });
  });

  test('sends 2 MB of macro source in one piece', async () => {
    const { listener, device } = await testWire();
    const lengths: (number | undefined)[] = [];
    device.addBehaviors({
      'Macros Macro Save': ({ body }) => {
        lengths.push(body?.length);
        return undefined;
      },
    });
    const xapi = await connectJsxapi(listener);
    await xapi.Command.Macros.Macro.Save({ Name: 'big' }, '"\n'.repeat(1_000_000));
    expect(lengths).toEqual([2_000_000]);
  });

  test('rejects with code, message and data', async () => {
    const { listener, device } = await testWire();
    const xapi = await connectJsxapi(listener);
    await expect(xapi.Command.Nonsense()).rejects.toEqual({
      code: XAPI_ERROR.noSuchMethod,
      message: 'Unknown command',
    });
    await expect(xapi.Command.Audio.Volume.Set({ Level: 500 })).rejects.toEqual({
      code: XAPI_ERROR.badParameter,
      message: 'Bad usage: Bad argument to parameter "Level".',
    });
    await expect(xapi.Status.Nonsense.get()).rejects.toMatchObject({ code: XAPI_ERROR.badParameter });
    await expect(xapi.Config.HttpClient.Mode.set('Perhaps')).rejects.toMatchObject({
      message: 'Bad value for Configuration HttpClient Mode: "Perhaps"; allowed: Off, On',
    });
    device.setAnswer(['HttpClient', 'Get'], { error: { message: 'down', data: { StatusCode: 503 } } });
    await expect(xapi.Command.HttpClient.Get({ Url: 'http://example.com' })).rejects.toEqual({
      code: XAPI_ERROR.commandFailed,
      message: 'down',
      data: { StatusCode: 503 },
    });
  });

  test('follows statuses, configurations and events', async () => {
    const { listener, device } = await testWire();
    const xapi = await connectJsxapi(listener);
    const volumes: unknown[] = [];
    const off = xapi.Status.Audio.Volume.on((volume: number) => volumes.push(volume));
    await off.registration;
    const mode = first((listen) => xapi.Config.WebEngine.Mode.on(listen));
    const event = first((listen) => xapi.Event.UserInterface.Assistant.Notification.on(listen));
    for (const Level of [1, 1, 2]) await xapi.Command.Audio.Volume.Set({ Level });
    device.raise(['UserInterface', 'Assistant', 'Notification'], { Name: 'Switch', Payload: '{}' });
    await xapi.Config.WebEngine.Mode.set('Off');
    expect(await mode).toBe('Off');
    expect(await event).toEqual({ Name: 'Switch', Payload: '{}' });
    off();
    await xapi.Command.Audio.Volume.Set({ Level: 3 });
    await xapi.Status.Audio.Volume.get();
    expect(volumes).toEqual([1, 2]);
  });

  test('gets the present value when it asks for it', async () => {
    const { listener } = await testWire();
    const xapi = await connectJsxapi(listener);
    const updates: unknown[] = [];
    xapi.feedback.eventEmitter.on('status/audio/volume', (value: unknown) => updates.push(value));
    const Query = ['Status', 'Audio', 'Volume'];
    await xapi.execute('xFeedback/Subscribe', { Query, NotifyCurrentValue: true });
    await xapi.Status.Audio.Volume.get();
    expect(updates).toEqual([70]);
  });

  test('sees list items come, change and go as ghosts, by list and by index', async () => {
    const { listener, device } = await testWire();
    const xapi = await connectJsxapi(listener);
    const [all, second, statuses]: unknown[][] = [[], [], []];
    await xapi.Status.Call.on((call: unknown) => all?.push(call)).registration;
    await xapi.Status.Call[2].on((call: unknown) => second?.push(call)).registration;
    await xapi.status.on('Call Status', (status: unknown) => statuses?.push(status)).registration;
    device.setStatus(['Call', 1], { Status: 'Ringing' });
    device.setStatus(['Call', 2], { Status: 'Connected', DisplayName: 'Ada' });
    device.setStatus(['Call', 2], { ghost: true });
    expect(await xapi.Status.Call.get()).toEqual([{ id: 1, Status: 'Ringing' }]);
    const connected = { id: 2, Status: 'Connected', DisplayName: 'Ada' };
    const ghost = { id: 2, ghost: 'True' };
    expect(all).toEqual([{ id: 1, Status: 'Ringing' }, connected, ghost]);
    expect(second).toEqual([connected, ghost]);
    expect(statuses).toEqual(['Ringing', 'Connected']);
  });

  test('takes 38 subscriptions, and room for one is made by giving one back', async () => {
    const { listener } = await testWire();
    const xapi = await connectJsxapi(listener);
    const follow = (): Promise<{ Id: number }> =>
      xapi.execute('xFeedback/Subscribe', { Query: ['Status', 'Audio'] });
    const ids = await Promise.all(Array.from({ length: 38 }, follow));
    expect(new Set(ids.map(({ Id }) => Id)).size).toBe(38);
    await expect(follow()).rejects.toEqual({
      code: XAPI_ERROR.tooManySubscribers,
      message: 'Too many subscribers',
    });
    expect(await xapi.execute('xFeedback/Unsubscribe', ids[3])).toBe(true);
    await expect(follow()).resolves.toHaveProperty('Id');
    await expect(xapi.execute('xFeedback/Unsubscribe', ids[3])).rejects.toMatchObject({
      code: XAPI_ERROR.badParameter,
    });
  });

  test('generates its typed API from the schema', async () => {
    const { listener } = await testWire();
    const xapi = await connectJsxapi(listener);
    const text: string = generateApi(await fetchSchema(xapi));
    expect(text).toContain('export interface CommandAudioVolumeSetArgs {');
    expect(text).toContain('Save<R=any>(args: CommandUserInterfaceExtensionsPanelSaveArgs, body: string)');
    expect(text).toContain('"Option.1"?: string');
    expect(text).toMatch(
      /Assistant: \{\s+Emit: \{[^}]+\},\s+Notification: \{\s+Name: string,\s+Payload: string,/,
    );
    expect(text).toContain("Status: 'Visible' | 'Error' | 'NotVisible'");
    expect(text.length).toBeGreaterThan(100_000);
  });

  test('is told of a restart by a broken connection', async () => {
    const { listener, device, command } = await testWire();
    const xapi = await connectJsxapi(listener);
    const broken = new Promise((resolve) => xapi.on('error', resolve));
    await command('SystemUnit Boot');
    await device.clock.advance(1000);
    expect(await broken).toBe('WebSocket closed unexpectedly');
    expect(device.clock.now()).toBeGreaterThan(NOON);
  });
});
