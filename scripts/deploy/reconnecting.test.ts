import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WiredDevice } from '#test/macros/wired-device';
import { type ReconnectOptions, reconnecting } from './reconnecting.ts';
import { createTarget } from './target.ts';

let wired: WiredDevice;
let pauses: (string | undefined)[];
let options: ReconnectOptions;
beforeEach(async () => {
  wired = await WiredDevice.start();
  pauses = [];
  options = { onPause: (error) => pauses.push(error?.code), pause: async () => undefined };
});
afterEach(() => wired.close());

describe('reconnecting', () => {
  test('gives a new connection whenever the last one was lost, until the loop is left', async () => {
    const volumes: unknown[] = [];
    for await (const connection of reconnecting(wired.target, options)) {
      volumes.push(await connection.get('Status Audio Volume'));
      if (volumes.length === 3) break;
      wired.listener.faults.drop();
      await connection.closed;
    }
    expect(volumes).toHaveLength(3);
    expect(pauses).toEqual([undefined, undefined]);
  });

  test('closes the connection when the loop is left, also by an error', async () => {
    const opened: Promise<void>[] = [];
    const loop = async () => {
      for await (const connection of reconnecting(wired.target, options)) {
        opened.push(connection.closed);
        throw new Error('enough');
      }
    };
    await expect(loop()).rejects.toThrow('enough');
    await Promise.all(opened);
    expect(opened).toHaveLength(1);
  });

  test('tries on while a device is away, and tells why', async () => {
    wired.listener.faults.refuseConnections = true;
    const pause = async () => {
      wired.listener.faults.refuseConnections = pauses.length < 3;
    };
    for await (const connection of reconnecting(wired.target, { ...options, pause })) {
      expect(await connection.get('Status Standby State')).toBe('Off');
      break;
    }
    expect(pauses).toEqual(['refused', 'refused', 'refused']);
  });

  test('does not try again what only a person can mend', async () => {
    const stubborn = reconnecting({ ...wired.target, password: 'wrong' }, options);
    await expect(stubborn.next()).rejects.toMatchObject({ code: 'bad-credentials' });
    expect(pauses).toEqual([]);
  });

  test('tells of a first failure at once where it is asked to, and tries on after the first success', async () => {
    const demanding = { ...options, firstMustSucceed: true };
    wired.listener.faults.refuseConnections = true;
    await expect(reconnecting(wired.target, demanding).next()).rejects.toMatchObject({ code: 'refused' });
    wired.listener.faults.refuseConnections = false;
    const pause = async () => {
      wired.listener.faults.refuseConnections = pauses.length < 2;
    };
    let connections = 0;
    for await (const connection of reconnecting(wired.target, { ...demanding, pause })) {
      connections += 1;
      if (connections === 2) break;
      wired.listener.faults.drop();
      await connection.closed;
    }
    expect(pauses).toEqual([undefined, 'refused']);
  });

  test('gives up after the time it was given, with the last reason', async () => {
    const nobody = createTarget({ name: 'a', address: 'ws://127.0.0.1:1', username: 'u', password: 'p' });
    const tries = reconnecting(nobody, { ...options, giveUpAfterMs: 0 });
    await expect(tries.next()).rejects.toMatchObject({ code: 'refused' });
  });

  test('ends without an error when the command is ended, whether it waits or is connected', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const connection of reconnecting(wired.target, { ...options, signal: stop.signal })) {
      seen.push(connection.target.name);
      stop.abort();
      await connection.closed;
    }
    expect(seen).toEqual(['room1']);

    const waiting = new AbortController();
    wired.listener.faults.refuseConnections = true;
    const onPause = () => waiting.abort();
    const away = reconnecting(wired.target, { signal: waiting.signal, firstDelayMs: 60_000, onPause });
    expect(await away.next()).toEqual({ done: true, value: undefined });
  });
});
