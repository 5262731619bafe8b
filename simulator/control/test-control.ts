import { tmpdir } from 'node:os';
import { createAssistant, createSkillDirectory, type SkillEntry } from '../assistant/index.ts';
import { commission } from '../device/commission.ts';
import { createDeviceCore } from '../device/create-device-core.ts';
import type { DeviceFaults } from './device-faults.ts';
import type { HostedDevice, MacroState } from './hosted-device.ts';
import { type ServedControl, serveControl } from './serve-control.ts';

const SPEAKER = { orgId: 'org', userId: null, language: 'en', locale: 'en_US', timeZone: 'UTC' };

/** A device without a wire or macros of its own, which the tests of the control interface need neither of. */
export interface TestDevice extends HostedDevice {
  setMacros(macros: readonly MacroState[]): void;
}

export interface TestControl extends ServedControl {
  readonly room1: TestDevice;
  /** One call, with its answer's status and JSON. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

/** The control interface over real HTTP, with the devices `room1` and `room 2`, whose clocks stand still. */
export async function startTestControl(
  options: {
    readonly skills?: readonly SkillEntry[];
    readonly faults?: DeviceFaults;
    readonly consoleDirectory?: string;
    readonly frameOrigins?: readonly string[];
  } = {},
): Promise<TestControl> {
  const skills = createSkillDirectory(options.skills);
  const host = async (name: string): Promise<TestDevice> => {
    const device = createDeviceCore({ name, startAt: Date.UTC(2026, 10, 20, 12) });
    commission(device);
    await device.clock.advance(0);
    return {
      device,
      assistant: createAssistant({ device, skills, speaker: SPEAKER }),
      faults: options.faults ?? {},
      address: 'ws://127.0.0.1:1',
      secureAddress: 'wss://127.0.0.1:2',
      username: 'admin',
      password: 'simulated',
      ...settableMacros(),
    };
  };
  const room1 = await host('room1');
  const devices = [room1, await host('room 2')];
  const { consoleDirectory = tmpdir(), frameOrigins } = options;
  const served = await serveControl(0, { devices, skills, consoleDirectory, frameOrigins });
  return {
    url: served.url,
    room1,
    async call(method, path, body) {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const response = await fetch(`${served.url}${path}`, init);
      return { status: response.status, body: await response.json() };
    },
    async close() {
      await served.close();
      for (const { assistant, device } of devices) {
        assistant.close();
        device.close();
      }
    },
  };
}

function settableMacros(): Pick<TestDevice, 'macros' | 'setMacros'> {
  let macros: readonly MacroState[] = [];
  const listeners = new Set<() => void>();
  return {
    macros: {
      list: () => macros,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    setMacros(changed) {
      macros = changed;
      for (const listener of listeners) listener();
    },
  };
}
