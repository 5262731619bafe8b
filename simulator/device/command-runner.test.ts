import { describe, expect, test } from 'vitest';
import { ADMIN, testDevice } from './test-device.ts';
import type { Caller } from './types.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

const refused = (code: number, message: string) => expect.objectContaining({ code, message });

describe('a command', () => {
  test('answers OK with what its behavior gives, whatever the case of path and parameters', async () => {
    const { command, get } = testDevice();
    expect(await command('audio volume SET', { level: '31' })).toEqual({ status: 'OK' });
    expect(get('Status Audio Volume')).toBe(31);
  });

  test.each(['Nonsense', 'Audio', 'Audio Volume Set Below', '', 'constructor', '__proto__'])(
    '%j is unknown',
    async (path) => {
      const { command } = testDevice();
      await expect(command(path)).rejects.toEqual(refused(XAPI_ERROR.noSuchMethod, 'Unknown command'));
    },
  );

  test('is for those whose role allows it', async () => {
    const { device } = testDevice();
    const user: Caller = { origin: 'client:2', roles: ['User'] };
    await expect(device.command(user, ['Macros', 'Runtime', 'Restart'])).rejects.toMatchObject({
      code: XAPI_ERROR.noPermission,
    });
  });

  test('takes a body of several lines only where the catalogue says so', async () => {
    const { command } = testDevice();
    await expect(command('Audio Volume Mute', {}, 'text')).rejects.toMatchObject({
      code: XAPI_ERROR.badParameter,
    });
    expect(await command('SystemUnit WelcomeBanner Set', {}, 'one\ntwo')).toEqual({ status: 'OK' });
  });

  test('that fails by a bug of ours answers as an internal error', async () => {
    const { device, command } = testDevice();
    device.addBehaviors({
      'Audio Volume Mute': () => {
        throw new TypeError('oops');
      },
    });
    await expect(command('Audio Volume Mute')).rejects.toEqual(
      refused(XAPI_ERROR.internal, 'Internal error: oops'),
    );
  });

  test('without a behavior answers OK, and the journal says that it has only a shape', async () => {
    const { command, journal } = testDevice();
    expect(await command('Camera Preset Activate', { PresetId: 1 })).toEqual({ status: 'OK' });
    expect(journal('command')).toMatchObject([{ path: 'Camera Preset Activate', shapeOnly: true }]);
  });

  test('without a behavior is warned of or refused where that is the policy', async () => {
    const warning = testDevice({ unknownPolicy: 'warn' });
    await warning.command('Camera Preset Activate', { PresetId: 1 });
    expect(warning.journal('log')).toMatchObject([{ path: 'xapi', params: { Level: 'WARN' } }]);
    const refusing = testDevice({ unknownPolicy: 'refuse' });
    await expect(refusing.command('Camera Preset Activate', { PresetId: 1 })).rejects.toThrow(
      'not simulated',
    );
    expect(refusing.journal('command')).toMatchObject([{ error: { code: XAPI_ERROR.commandFailed } }]);
  });
});

describe('the journal of a command', () => {
  test('has who asked what, before what it caused, secrets hidden', async () => {
    const { command, device } = testDevice();
    await command('Message Send', { Text: 'hi' });
    await command('UserManagement User Passphrase Change', { OldPassphrase: 'a', NewPassphrase: 'b' });
    expect(device.journal.after(0)).toMatchObject([
      {
        seq: 1,
        kind: 'command',
        path: 'Message Send',
        params: { Text: 'hi' },
        origin: 'client:1',
        result: { status: 'OK' },
      },
      { seq: 2, kind: 'event', path: 'Message Send', params: { Text: 'hi' }, origin: 'device' },
      { seq: 3, params: { OldPassphrase: '***', NewPassphrase: '***' } },
    ]);
  });

  test('has a failed one with its error', async () => {
    const { command, journal } = testDevice();
    await command('Nonsense Command', { a: 1 }).catch(() => undefined);
    const error = { code: XAPI_ERROR.noSuchMethod, message: 'Unknown command' };
    expect(journal('command')).toMatchObject([{ path: 'Nonsense Command', params: { a: 1 }, error }]);
  });
});

describe('an answer that was set', () => {
  const BOOKINGS = ['Bookings', 'List'];

  test('comes in place of the behavior until it is taken back, for checked parameters only', async () => {
    const { device, command, get } = testDevice();
    device.setAnswer(['command', 'audio', 'volume', 'set'], { answer: { Spoken: 'yes' } });
    expect(await command('Audio Volume Set', { Level: 5 })).toEqual({ status: 'OK', Spoken: 'yes' });
    await expect(command('Audio Volume Set', { Level: 500 })).rejects.toThrow('Bad argument');
    expect(get('Status Audio Volume')).toBe(70);
    device.setAnswer(['Audio', 'Volume', 'Set'], undefined);
    await command('Audio Volume Set', { Level: 5 });
    expect(get('Status Audio Volume')).toBe(5);
  });

  test('may be an error with code and data', async () => {
    const { device, command } = testDevice();
    device.setAnswer(BOOKINGS, { error: { message: 'down', data: { StatusCode: 503 } } });
    await expect(command('Bookings List')).rejects.toEqual(
      new XapiError(XAPI_ERROR.commandFailed, 'down', { StatusCode: 503 }),
    );
    device.setAnswer(BOOKINGS, { error: { code: XAPI_ERROR.notReady, message: 'wait' } });
    await expect(command('Bookings List')).rejects.toMatchObject({ code: XAPI_ERROR.notReady });
  });

  test('is no shape without behavior, and needs a known command', async () => {
    const { device, command, journal } = testDevice({ unknownPolicy: 'refuse' });
    device.setAnswer(BOOKINGS, { answer: { Booking: [] } });
    await command('Bookings List');
    expect(journal('command')[0]).not.toHaveProperty('shapeOnly');
    expect(() => device.setAnswer(['Nonsense'], { answer: {} })).toThrow('Unknown command');
  });
});

describe('behaviors of one’s own', () => {
  test('are found by path, get checked parameters, and come before the built-in ones', async () => {
    const calls: unknown[] = [];
    const { device, command } = testDevice({
      behaviors: {
        'Audio Volume Increase': ({ params, caller }) => {
          calls.push(params, caller);
          return { Level: 99 };
        },
        'Not On This Device': () => undefined,
      },
    });
    expect(await command('Audio Volume Increase')).toEqual({ status: 'OK', Level: 99 });
    expect(calls).toEqual([{ Steps: 5 }, ADMIN]);
    device.addBehaviors({ 'Audio Volume Increase': async () => ({ Level: 1 }) });
    expect(await command('Audio Volume Increase')).toEqual({ status: 'OK', Level: 1 });
  });
});
