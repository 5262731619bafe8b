import { describe, expect, test } from 'vitest';
import type { DeviceConnection } from '#scripts/deploy/connect';
import { readMacros } from '#scripts/deploy/device-macros';
import type { SimulatedDevice } from '#simulator/create-device';
import { reachDevice, TRANSPORTS } from './transports.fixture.ts';

/** The command never answers. @returns what resolves when the device has been asked */
function neverAnswer(device: SimulatedDevice, command: string): Promise<void> {
  return new Promise((resolve) => {
    device.addBehaviors({
      [command]: () => {
        resolve();
        return new Promise(() => {});
      },
    });
  });
}

/** Resolves when a macro has logged the line. */
function logged(device: SimulatedDevice, message: string): Promise<void> {
  return new Promise((resolve) => {
    device.subscribe({ origin: 'control', roles: ['Admin'] }, ['Event', 'Macros', 'Log'], (update) => {
      if (JSON.stringify(update).includes(message)) resolve();
    });
  });
}

/** What a device refuses, and its words for it. */
const REFUSED: readonly [string, (c: DeviceConnection) => Promise<unknown>, RegExp][] = [
  ['a command that it does not have', (c) => c.command('Nonsense Do'), /Nonsense Do: .*Unknown command/],
  ['a bad parameter', (c) => c.command('Audio Volume Set', { Level: 500 }), /Audio Volume Set: /],
  ['what fails', (c) => c.command('Macros Macro Activate', { Name: 'x' }), /: No such macro/],
  ['a status that it does not have', (c) => c.get('Status Nonsense'), /Status Nonsense: No match/],
  ['a status without a value', (c) => c.get('Status Call 7 Status'), /Status Call 7 Status: /],
  ['a configuration that it does not have', (c) => c.set('Configuration Nonsense', 1), /Nonsense: No match/],
  ['a bad value', (c) => c.set('Configuration Macros Mode', 'Perhaps'), /Mode: .*allowed: Off, On/],
];

describe.each(TRANSPORTS)('a device over %s', (transport) => {
  test('does commands, with parameters and a body of many lines', async () => {
    const { device, connect } = await reachDevice(transport);
    const connection = await connect();
    expect(await connection.command('Audio Volume Set', { Level: 12 })).toMatchObject({ status: 'OK' });
    expect(device.peek(['Status', 'Audio', 'Volume'])).toBe(12);
    const xml = '<Extensions>\n<Panel>\n<Name>Größe "|" 会议室\n</Name></Panel>\n</Extensions>\n';
    await connection.command('UserInterface Extensions Panel Save', { PanelId: 'p' }, xml);
    expect(device.screen.current.panels).toMatchObject([{ id: 'p', name: 'Größe "|" 会议室' }]);
    expect(device.journal.after(0).findLast(({ kind }) => kind === 'command')).toMatchObject({ body: xml });
  });

  test('tells its statuses and configurations, by index too', async () => {
    const { device, connect } = await reachDevice(transport);
    const connection = await connect();
    device.setStatus(['Call', 2], { Status: 'Connected' });
    expect(String(await connection.get('Status Audio Volume'))).toBe('70');
    expect(await connection.get('Status Call 2 Status')).toBe('Connected');
    expect(await connection.get('Configuration Macros Mode')).toBe('On');
  });

  test('takes configurations', async () => {
    const { device, connect } = await reachDevice(transport);
    const connection = await connect();
    await connection.set('Configuration Audio DefaultVolume', 33);
    await connection.set('Configuration SystemUnit Name', 'Großer "Raum"');
    expect(device.peek(['Configuration', 'Audio', 'DefaultVolume'])).toBe(33);
    expect(await connection.get('Configuration SystemUnit Name')).toBe('Großer "Raum"');
  });

  test.each(REFUSED)('refuses %s, and goes on', async (_what, ask, message) => {
    const { connect } = await reachDevice(transport);
    const connection = await connect();
    await expect(ask(connection)).rejects.toMatchObject({
      name: 'UserError',
      code: 'command-refused',
      message: expect.stringMatching(message),
    });
    expect(String(await connection.get('Status Audio Volume'))).toBe('70');
  });

  test('tells its events, or says at once that it does not', async () => {
    const { connect } = await reachDevice(transport);
    const connection = await connect();
    const heard: unknown[] = [];
    const subscribed = connection.subscribe('Event Macros Macro Saved', (event) => heard.push(event));
    if (connection.lacks.has('events')) {
      await expect(subscribed).rejects.toMatchObject({ code: 'not-supported' });
      return;
    }
    await subscribed;
    await connection.command('Macros Macro Save', { Name: 'mine' }, 'console.log(1)');
    await connection.get('Status Audio Volume');
    expect(heard).toMatchObject([{ Name: 'mine' }]);
    await expect(connection.subscribe('Event No Such', () => {})).rejects.toMatchObject({
      code: 'command-refused',
    });
  });

  test('runs macros that were saved, activated and restarted, and gives them back', async () => {
    const { device, connect } = await reachDevice(transport);
    const connection = await connect();
    const source = 'console.log("Grüße from `mine`");\n\n// 会议室\n';
    const ran = logged(device, 'Grüße from `mine`');
    await connection.command(
      'Macros Macro Save',
      { Name: 'mine', Overwrite: 'True', Transpile: 'False' },
      source,
    );
    await connection.command('Macros Macro Activate', { Name: 'mine' });
    await connection.command('Macros Runtime Restart');
    await ran;
    expect(await readMacros(connection)).toEqual([{ name: 'mine', isActive: true, source }]);
    await connection.command('Macros Macro Remove', { Name: 'mine' });
    expect(await readMacros(connection)).toEqual([]);
  });

  test('lets nobody in without the right password or token', async () => {
    const { wire, connect } = await reachDevice(transport);
    wire.faults.refusePassword = true;
    await expect(connect()).rejects.toMatchObject({ code: 'bad-credentials', exitCode: 2 });
  });

  test('that is not there says so', async () => {
    const { wire, connect } = await reachDevice(transport);
    await wire.close();
    await expect(connect()).rejects.toMatchObject({ code: 'refused', exitCode: 2 });
  });

  test('that does not answer is waited for no longer than agreed', async () => {
    const { device, connect } = await reachDevice(transport);
    void neverAnswer(device, 'Audio Volume Mute');
    const connection = await connect({ requestTimeoutMs: 100 });
    await expect(connection.command('Audio Volume Mute')).rejects.toMatchObject({
      code: 'timed-out',
      message: 'room1: no answer to Audio Volume Mute within 0.1 s.',
    });
  });

  test('ends what waits when the wire is cut', async () => {
    const { device, wire, connect } = await reachDevice(transport);
    const asked = Promise.all([
      neverAnswer(device, 'Audio Volume Mute'),
      neverAnswer(device, 'Audio Volume Unmute'),
    ]);
    const connection = await connect();
    const waiting = ['Mute', 'Unmute'].map((each) => connection.command(`Audio Volume ${each}`));
    const ended = Promise.allSettled(waiting);
    await asked;
    wire.faults.drop();
    for (const outcome of await ended) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'closed', exitCode: 1 } });
    }
  });

  test.each(['close', 'signal'])('ends everything by %s, also what comes later', async (by) => {
    const { device, connect } = await reachDevice(transport);
    const asked = neverAnswer(device, 'Audio Volume Mute');
    const ending = new AbortController();
    const connection = await connect({ signal: ending.signal });
    const waiting = connection.command('Audio Volume Mute').catch((error: unknown) => error);
    await asked;
    if (by === 'close') connection.close();
    else ending.abort();
    expect(await waiting).toMatchObject({ code: 'closed' });
    await connection.closed;
    await expect(connection.get('Status Audio Volume')).rejects.toMatchObject({ code: 'closed' });
  });
});
