import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectDevice } from '../deploy/connect.ts';
import { createTarget } from '../deploy/target.ts';
import type { CommandContext } from '../lib/command.ts';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import { readRunning } from '../lib/running.ts';
import { simulateCommand } from './simulate-command.ts';

let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
});
afterEach(() => folder.remove());

const simulate = (context: CommandContext) => simulateCommand(context, async () => undefined);
const start = (...argv: string[]) => startCommand(simulate, ['--port', '0', ...argv], { root: folder.root });

describe('npm run simulate', () => {
  it('says ready as one line of JSON, can be found, and cleans up when it is stopped', async () => {
    const command = start('--json');
    await command.printed('\n');
    const ready = JSON.parse(command.out);
    expect(ready).toEqual({
      ready: true,
      console: expect.stringMatching(/^http:\/\/127/),
      devices: ['room1'],
    });
    expect(readRunning(folder.root)).toEqual({ console: ready.console, pid: process.pid });
    expect((await fetch(`${ready.console}/api/devices`)).status).toBe(200);
    command.stop();
    expect(await command.ended).toBe(0);
    expect(existsSync(join(folder.root, '.data/running.json'))).toBe(false);
    await expect(fetch(`${ready.console}/api/devices`)).rejects.toThrow();
  });

  it('says where the console is, and how to reach each device', async () => {
    const command = start(
      '--device',
      'room1',
      '--device',
      'hall',
      '--product',
      'Desk Pro',
      '--release',
      '11.14',
    );
    await command.printed('Ctrl-C');
    expect(command.out).toMatch(/^Console {2}http:\/\/127\.0\.0\.1:\d+\n/);
    for (const name of ['room1', 'hall']) {
      expect(command.out).toMatch(
        new RegExp(`SIM ${name} {2}Desk Pro, RoomOS 11\\.14\\..*ws://127\\.0\\.0\\.1:\\d+`),
      );
    }
    command.stop();
    expect(await command.ended).toBe(0);
  });

  it('opens the devices’ shells, and a way through the cloud, when asked to', async () => {
    const command = start('--ssh', '--cloud');
    await command.printed('Ctrl-C');
    const { console: url } = readRunning(folder.root) ?? {};
    const [device] = (await (await fetch(`${url}/api/devices`)).json()) as Record<string, string>[];
    expect(device?.sshAddress).toMatch(/^ssh:\/\/127\.0\.0\.1:\d+$/);
    const cloud = { name: 'room1', address: device?.cloudAddress ?? '', token: 'simulated' };
    const connection = await connectDevice(createTarget(cloud));
    expect(await connection.get('Configuration Macros Mode')).toBe('On');
    connection.close();
    expect(command.out).toContain(`, ${device?.sshAddress}, ${device?.cloudAddress} (admin, simulated)`);
    command.stop();
    expect(await command.ended).toBe(0);
  });

  it('takes the next free port when the one that is wanted is taken', async () => {
    const first = start('--json');
    await first.printed('\n');
    const { port } = new URL(JSON.parse(first.out).console);
    const second = start('--json', '--port', port);
    await second.printed('\n');
    expect(Number(new URL(JSON.parse(second.out).console).port)).toBeGreaterThan(Number(port));
    for (const command of [first, second]) command.stop();
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
  });

  it.each([
    [['--product', 'Toaster'], /no product is called "Toaster"; known: .*Board Pro 55/],
    [['--release', '3.0'], /no release is called "3\.0"; known: .*26\.4\.1/],
    [['--device', 'a', '--device', 'a'], /Two devices cannot both be called "a"/],
    [['--port', '70000'], /Expected a whole number from 0 to 65535/],
    [['--frame', 'nowhere'], /Expected an origin such as/],
  ])('says what is wrong with %j, and runs nothing', async (argv, message) => {
    const command = start(...argv);
    expect(await command.ended).toBe(1);
    expect(command.err).toMatch(message);
    expect(command.out).toBe('');
    expect(readRunning(folder.root)).toBeUndefined();
  });
});
