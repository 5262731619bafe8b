import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectShell, testShell, typeInto } from './shell.fixture.ts';

/** Resolves with the first thing that a listener hears. */
const first = <Value>(follow: (listener: (value: Value) => void) => unknown): Promise<Value> =>
  new Promise((resolve) => follow(resolve));

describe('jsxapi over ssh', () => {
  test('connects, commands, reads and sets; everything is text', async () => {
    const { listener, get, journal } = await testShell();
    expect(listener.address).toMatch(/^ssh:\/\/127\.0\.0\.1:\d+$/);
    const xapi = await connectShell(listener);
    expect(await xapi.Command.Audio.Volume.Set({ Level: 45 })).toEqual({ status: 'OK' });
    expect(await xapi.Status.Audio.Volume.get()).toBe('45');
    await xapi.Config.Audio.DefaultVolume.set(33);
    expect(get('Configuration Audio DefaultVolume')).toBe(33);
    expect(await xapi.Config.Audio.get()).toMatchObject({ DefaultVolume: '33' });
    expect(journal('command')).toMatchObject([
      { origin: 'client:1', path: 'Audio Volume Set', params: { Level: '45' } },
    ]);
  });

  test('sends bodies of many lines and repeated parameters, in any alphabet', async () => {
    const { listener, device, journal } = await testShell();
    const xapi = await connectShell(listener);
    const xml = '<Extensions>\n<Panel>\n<Name>Größe "|" 会议室\n</Name></Panel>\n</Extensions>\n';
    await xapi.Command.UserInterface.Extensions.Panel.Save({ PanelId: 'p' }, xml);
    expect(device.screen.current.panels).toMatchObject([{ id: 'p', name: 'Größe "|" 会议室' }]);
    expect(journal('command')).toMatchObject([{ body: xml, params: { PanelId: 'p' } }]);
    await xapi.Command.UserInterface.WebView.Display({ Url: 'http://127.0.0.1', Header: ['A: "1"', 'B: |'] });
    expect(journal('command').at(-1)).toMatchObject({ params: { Header: ['A: "1"', 'B: |'] } });
    expect(await xapi.Status.UserInterface.WebView.get()).toMatchObject([{ id: '1', Status: 'Visible' }]);
    expect(await xapi.Status.UserInterface.WebView[1].URL.get()).toBe('http://127.0.0.1');
  });

  test('sends 2 MB of macro source in one piece', async () => {
    const { listener, device } = await testShell();
    const lengths: (number | undefined)[] = [];
    device.addBehaviors({
      'Macros Macro Save': ({ body }) => {
        lengths.push(body?.length);
        return undefined;
      },
    });
    const xapi = await connectShell(listener);
    await xapi.Command.Macros.Macro.Save({ Name: 'big' }, '"\n'.repeat(1_000_000));
    expect(lengths).toEqual([2_000_000]);
  });

  test('rejects with the codes that the shell has', async () => {
    const { listener, device } = await testShell();
    const xapi = await connectShell(listener);
    await expect(xapi.Command.Nonsense()).rejects.toMatchObject({ code: 0, message: 'Unknown command' });
    await expect(xapi.Command.Audio.Volume.Set({ Level: 500 })).rejects.toMatchObject({ code: 4 });
    await expect(xapi.Status.Nonsense.get()).rejects.toEqual({
      code: 3,
      message: 'No match on address expression',
      data: { xpath: 'Status/Nonsense' },
    });
    await expect(xapi.Config.Nonsense.set(1)).rejects.toMatchObject({ code: 3 });
    await expect(xapi.Config.HttpClient.Mode.set('Perhaps')).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('allowed: Off, On'),
    });
    device.setAnswer(['HttpClient', 'Get'], { error: { message: 'down', data: { StatusCode: 503 } } });
    await expect(xapi.Command.HttpClient.Get({ Url: 'http://example.com' })).rejects.toMatchObject({
      message: 'down',
      data: { StatusCode: '503' },
    });
  });

  test('follows statuses, configurations and events', async () => {
    const { listener, device } = await testShell();
    const xapi = await connectShell(listener);
    const volumes: unknown[] = [];
    const off = xapi.Status.Audio.Volume.on((volume: string) => volumes.push(volume));
    await off.registration;
    const mode = first((listen) => xapi.Config.WebEngine.Mode.on(listen));
    const event = first((listen) => xapi.Event.UserInterface.Assistant.Notification.on(listen));
    for (const Level of [1, 1, 2]) await xapi.Command.Audio.Volume.Set({ Level });
    device.raise(['UserInterface', 'Assistant', 'Notification'], { Name: 'Switch', Payload: '{"a":\n1}' });
    await xapi.Config.WebEngine.Mode.set('Off');
    expect(await mode).toBe('Off');
    expect(await event).toEqual({ Name: 'Switch', Payload: '{"a":\n1}' });
    off();
    await xapi.Command.Audio.Volume.Set({ Level: 3 });
    await xapi.Status.Audio.Volume.get();
    expect(volumes).toEqual(['1', '2']);
  });

  test('tells of items that come and go', async () => {
    const { listener, device } = await testShell();
    const xapi = await connectShell(listener);
    const calls: unknown[] = [];
    await xapi.Status.Call.on((call: unknown) => calls.push(call)).registration;
    device.setStatus(['Call', 3], { Status: 'Connected' });
    device.setStatus(['Call', 3], { ghost: true });
    expect(await xapi.Status.Call.get()).toEqual([]);
    expect(calls).toEqual([
      { id: '3', Status: 'Connected' },
      { id: '3', ghost: 'True' },
    ]);
  });

  test('reads the schema', async () => {
    const { listener } = await testShell();
    const xapi = await connectShell(listener);
    expect(await xapi.doc('Status Audio Volume')).toMatchObject({ ValueSpace: { type: 'Integer' } });
    expect(await xapi.doc('Command Audio Volume Set')).toMatchObject({ command: 'True' });
  });
});

describe('a client is refused', () => {
  const wrong = { username: 'admin', password: 'wrong' };

  test('with a wrong password', async () => {
    const { listener } = await testShell();
    await expect(connectShell(listener, wrong)).rejects.toBe('client-authentication');
  });

  test('with the right one while no password is', async () => {
    const { listener } = await testShell();
    listener.faults.refusePassword = true;
    await expect(connectShell(listener)).rejects.toBe('client-authentication');
  });

  test('when SSH is switched off', async () => {
    const { listener, device } = await testShell();
    device.setConfiguration(['NetworkServices', 'SSH', 'Mode'], 'Off');
    await expect(typeInto(listener)).rejects.toThrow();
  });

  test('when there are too many, until one has gone', async () => {
    const { listener } = await testShell({ maxConnections: 1 });
    const shell = await typeInto(listener);
    await expect(typeInto(listener)).rejects.toThrow();
    listener.faults.drop();
    await shell.closed;
    await typeInto(listener);
  });
});

describe('the shell', () => {
  test('greets, echoes until told not to, and answers in JSON when told to', async () => {
    const { listener } = await testShell();
    const shell = await typeInto(listener);
    expect(await shell.until('\nOK\n')).toContain('Login successful');
    shell.type('xStatus Audio Volume\n');
    expect(await shell.until('ERROR\n')).toContain(
      'xStatus Audio Volume\n\nThis simulated shell answers in JSON',
    );
    shell.type('echo off\n');
    expect(await shell.until('\nOK\n')).toContain('echo off');
    shell.type('xPreferences OutputMode JSON\nxStatus Audio Volume\n');
    expect(await shell.until('}}}}\n')).toBe('\n{"Status":{"Audio":{"Volume":{"Value":"70"}}}}\n');
  });

  test.each([
    ['nonsense', '"Unknown command"'],
    ['xCommand Audio Volume Set Level: "', '"Syntax error"'],
    ['xFeedback jump /Status', '"Syntax error"'],
    ['xFeedback register /Nonsense', '"No match on address expression"'],
    ['xPreferences OutputMode XML', '"Syntax error"'],
  ])('%s is refused, and the shell goes on', async (line, reason) => {
    const { listener } = await testShell();
    const shell = await typeInto(listener);
    shell.type(`echo off\nxpreferences outputmode json\n${line} \n`);
    await shell.until(reason);
    shell.type('xStatus Audio Volume | resultId="after"\n');
    await shell.until('"ResultId":"after"');
  });

  test('follows one path once, and 38 at most', async () => {
    const { listener } = await testShell();
    const shell = await typeInto(listener);
    shell.type('echo off\nxpreferences outputmode json\n');
    const register = (path: string) => shell.type(`xFeedback register ${path} | resultId="${path}"\n`);
    for (let id = 0; id < 38; id += 1) register(`/Status/Call[${id}]`);
    register('/Status/Call[1]');
    register('/Status/Audio');
    expect(await shell.until('"ResultId":"/Status/Audio"')).toContain('Too many subscribers');
    shell.type('xFeedback deregisterAll\n');
    register('/Status/Audio');
    expect(await shell.until('"ResultId":"/Status/Audio"')).not.toContain('Too many');
  });

  test('ends when told to, when the device restarts, and when nobody could type so much', async () => {
    const { listener, device } = await testShell();
    const leaving = await typeInto(listener);
    leaving.type('bye\n');
    const cut = await typeInto(listener);
    device.restart();
    await cut.closed;
    const flooding = await typeInto(listener);
    flooding.type('{99999999} \n');
    await flooding.until('OK');
  });

  test('answers later when asked to, in order', async () => {
    const { listener } = await testShell();
    listener.faults.delayMs = 20;
    const xapi = await connectShell(listener);
    const order: string[] = [];
    await Promise.all(['a', 'b'].map((name) => xapi.Status.Audio.Volume.get().then(() => order.push(name))));
    expect(order).toEqual(['a', 'b']);
  });

  test('survives whatever is typed, and answers each line that has a resultId', async () => {
    const { listener } = await testShell();
    const shell = await typeInto(listener);
    shell.type('echo off\nxpreferences outputmode json\n');
    const verb = fc.constantFrom(
      'xCommand',
      'xStatus',
      'xConfiguration',
      'xFeedback',
      'xDocument',
      'echo on',
      '',
    );
    const path = fc.constantFrom(
      'Audio Volume Set',
      '/Status/Audio',
      'register /Event',
      'Call[*]',
      '__proto__',
      '{3}',
    );
    const rest = fc.oneof(fc.string(), fc.constantFrom('Level: 5', 'Path: "Status"', ': 7', '"'));
    let id = 0;
    await fc.assert(
      fc.asyncProperty(
        verb,
        path,
        rest.map((text) => text.replace(/[\n\r]/g, '')),
        async (...words) => {
          id += 1;
          shell.type(`${words.join(' ')}\nxStatus Audio VolumeMute | resultId="${id}"\n`);
          await shell.until(`"ResultId":"${id}"}`);
        },
      ),
      { numRuns: 150 },
    );
  });
});
