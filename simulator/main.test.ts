import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'jsxapi';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestSkill, type TestSkill } from './assistant/test-skill.ts';
import type { TurnRecord } from './assistant/turn-record.ts';
import type { DeviceDescription } from './control/hosted-device.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './main.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({
    devices: [{ name: 'room1' }],
    port: 0,
    consoleDirectory: '/nowhere',
    ...options,
  });
  cleanups.push(() => simulator.close());
  return simulator;
}

async function startSkill(directives: readonly unknown[]): Promise<TestSkill> {
  const skill = await startTestSkill('room', () => ({ directives }));
  cleanups.push(() => skill.close());
  return skill;
}

async function call<Answer = unknown>(
  simulator: Simulator,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const init = body ? { method, body: JSON.stringify(body) } : { method };
  return (await (await fetch(`${simulator.url}/api/${path}`, init)).json()) as Answer;
}

const listDevices = (simulator: Simulator) => call<DeviceDescription[]>(simulator, 'GET', 'devices');

async function onlyDevice(simulator: Simulator): Promise<DeviceDescription> {
  const [device] = await listDevices(simulator);
  if (!device) throw new Error('there is no device');
  return device;
}

/** Resolves when the connection stands, rejects when it is refused. */
const open = (address: string, credentials: { username: string; password: string }) =>
  new Promise<ReturnType<typeof connect>>((resolve, reject) => {
    const xapi = connect(address, credentials);
    cleanups.push(async () => xapi.close());
    xapi.on('ready', () => resolve(xapi)).on('error', (error: unknown) => reject(new Error(String(error))));
  });

describe('a simulator', () => {
  it('lists addresses and credentials with which jsxapi connects, over ws and wss', async () => {
    const simulator = await start({ devices: [{ name: 'room1' }, { name: 'desk', product: 'Desk Pro' }] });
    const listed = await listDevices(simulator);
    expect(listed).toMatchObject([
      { name: 'room1', product: 'Board Pro 55' },
      { name: 'desk', product: 'Desk Pro' },
    ]);
    for (const { name, address, secureAddress, ...credentials } of listed) {
      for (const each of [address, secureAddress]) {
        const xapi = await open(each, credentials);
        expect(await xapi.Status.SystemUnit.BroadcastName.get()).toBe(name);
      }
    }
  });

  it('takes an utterance all the way to what a macro does with it', async () => {
    const notify = {
      name: 'assistant-event',
      type: 'action',
      payload: { name: 'Switch', payload: { text: 'On.' } },
    };
    const skill = await startSkill([notify, { name: 'sleep', type: 'action', payload: { delay: 10 } }]);
    const simulator = await start({ skills: [skill.entry] });
    await simulator.devices[0]?.device.macros.load(
      'assistant-events',
      `import xapi from 'xapi';
       xapi.Event.UserInterface.Assistant.Notification.on(({ Name, Payload }) => {
         xapi.Command.UserInterface.Message.Alert.Display({ Title: Name, Text: JSON.parse(Payload).text });
       });`,
    );
    const turn = await call<TurnRecord>(simulator, 'POST', 'devices/room1/say', {
      text: 'ok webex, tell room to turn on',
    });
    expect(turn).toMatchObject({ skill: 'room', error: null });
    expect(turn.effects).toContainEqual(
      expect.objectContaining({
        origin: 'macro:assistant-events',
        kind: 'command',
        path: 'UserInterface Message Alert Display',
        result: expect.objectContaining({ status: 'OK' }),
      }),
    );
    expect(turn.stages.map(({ stage }) => stage)).toContain('macro');
    expect(await call(simulator, 'GET', 'devices/room1/screen')).toMatchObject({
      alert: { title: 'Switch', text: 'On.' },
    });
  });

  it('lets the console show the pages of its skills’ servers', async () => {
    const consoleDirectory = mkdtempSync(join(tmpdir(), 'console-'));
    cleanups.push(async () => rmSync(consoleDirectory, { recursive: true }));
    writeFileSync(join(consoleDirectory, 'index.html'), '<!doctype html>');
    const skill = await startSkill([]);
    const frameOrigins = ['http://127.0.0.1:9'];
    const simulator = await start({ skills: [skill.entry], frameOrigins, consoleDirectory });
    const policy = (await fetch(simulator.url)).headers.get('content-security-policy');
    const { origin } = new URL(skill.entry.registration.url);
    expect(policy).toContain(`frame-src ${origin} http://127.0.0.1:9;`);
  });

  it('tells the live stream of macros that are saved and started', async () => {
    const simulator = await start();
    const leave = new AbortController();
    const stream = await fetch(`${simulator.url}/api/devices/room1/live`, { signal: leave.signal });
    await simulator.devices[0]?.device.macros.load('lights', 'const x = 1;');
    const states = JSON.stringify([{ name: 'lights', active: true, running: true }]);
    let text = '';
    for await (const chunk of (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes(`event: macros\ndata: ${states}`)) break;
    }
    leave.abort();
    expect(text).toContain(states);
  });

  it('has a product without an Assistant, too', async () => {
    const simulator = await start({ devices: [{ name: 'table', product: 'Navigator' }] });
    const { error } = await call<TurnRecord>(simulator, 'POST', 'devices/table/say', {
      text: 'ok webex, open room',
    });
    expect(error?.code).toBe('assistant-off');
  });

  it('leaves a device as from the box when it is told to', async () => {
    const simulator = await start({ devices: [{ name: 'room1', commissioned: false }] });
    expect(simulator.devices[0]?.device.peek(['Configuration', 'WebEngine', 'Mode'])).toBe('Off');
  });
});

describe('the faults of a device', () => {
  it('refuse its password, and take it again', async () => {
    const simulator = await start();
    const { address, ...credentials } = await onlyDevice(simulator);
    await call(simulator, 'POST', 'devices/room1/faults', { refuse: 'password' });
    await expect(open(address, credentials)).rejects.toThrow();
    await call(simulator, 'POST', 'devices/room1/faults', { refuse: 'nothing' });
    await expect(open(address, credentials)).resolves.toBeDefined();
  });

  it.each([{ drop: true }, { reboot: true }])('break its connections: %j', async (fault) => {
    const simulator = await start();
    const { address, ...credentials } = await onlyDevice(simulator);
    const xapi = await open(address, credentials);
    const closed = new Promise<unknown>((resolve) =>
      xapi.on('error', resolve).on('close', () => resolve(undefined)),
    );
    await call(simulator, 'POST', 'devices/room1/faults', fault);
    await closed;
    await expect(open(address, credentials)).resolves.toBeDefined();
  });

  it('fill the storage of its macros', async () => {
    const simulator = await start();
    const save = { path: 'Macros Macro Save', params: { Name: 'lights' }, body: 'const x = 1;' };
    await call(simulator, 'POST', 'devices/room1/faults', { fill: true });
    expect(await call(simulator, 'POST', 'devices/room1/commands', save)).toMatchObject({
      error: { message: 'Max total size of macros reached.' },
    });
    await call(simulator, 'POST', 'devices/room1/faults', { fill: false });
    expect(await call(simulator, 'POST', 'devices/room1/commands', save)).toMatchObject({ status: 'OK' });
  });
});

describe('a simulator that cannot start as asked', () => {
  it('takes the next port only when it may', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => new Promise((resolve) => taken.close(resolve)));
    const { port } = taken.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({ code: 'port-taken' });
    const simulator = await start({ port, orNextPort: true });
    expect(Number(new URL(simulator.url).port)).toBeGreaterThan(port);
  });

  it.each([
    [{ devices: [{ name: 'room1', product: 'Toaster' }] }, 'unknown-product', /Toaster.*Board Pro 55/],
    [{ devices: [{ name: 'room1', release: '3.0' }] }, 'unknown-product', /3\.0.*26\.4\.1/],
    [{ devices: [{ name: 'room1' }, { name: 'room1' }] }, 'bad-device-name', /Two devices.*"room1"/],
    [{ devices: [{ name: '../etc' }] }, 'bad-device-name', /"\.\.\/etc"/],
  ])('says why: %j', async (options, code, message) => {
    await expect(start(options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
