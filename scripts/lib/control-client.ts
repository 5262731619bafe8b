import type { TurnRecord } from '#simulator/assistant/turn-record';
import type { DeviceDescription } from '#simulator/control/hosted-device';
import type { CommandContext } from './command.ts';
import { readRunning } from './running.ts';
import { UserError } from './user-error.ts';

/** The running simulator's control interface, as far as the commands need it. */
export interface ControlClient {
  devices(): Promise<readonly DeviceDescription[]>;
  /** One utterance; resolves when the device has come to rest again. */
  say(device: string, text: string): Promise<TurnRecord>;
}

/**
 * Finds the simulator that runs from this folder, or the one at `url`.
 *
 * @throws UserError when none is known to run
 */
export function findSimulator({ root }: CommandContext, url?: string): ControlClient {
  const found = url ?? readRunning(root)?.console;
  if (found === undefined) {
    throw new UserError('no-simulator', 'No simulator is running. Start one with: npm start');
  }
  return controlClient(found);
}

/** All calls throw UserError: when nobody answers, and with what the control interface says of a bad one. */
export function controlClient(url: string): ControlClient {
  return {
    devices: async () => (await call(url, 'GET', '/api/devices')) as DeviceDescription[],
    say: async (device, text) =>
      (await call(url, 'POST', `/api/devices/${encodeURIComponent(device)}/say`, { text })) as TurnRecord,
  };
}

/** The device of that name, or the first. @throws UserError that lists the known ones */
export async function findDevice(client: ControlClient, name?: string): Promise<DeviceDescription> {
  const devices = await client.devices();
  const found = name === undefined ? devices[0] : devices.find((device) => device.name === name);
  if (found) return found;
  const known = devices.map((device) => device.name).join(', ') || 'none';
  throw new UserError('unknown-device', `There is no simulated device ${name ?? ''}. Known: ${known}.`);
}

async function call(url: string, method: string, path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(new URL(path, url), init).catch(() => {
    throw new UserError('no-simulator', `No simulator answers at ${url}. Start one with: npm start`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer;
  throw refusal(url, response.status, answer);
}

function refusal(url: string, status: number, answer: unknown): UserError {
  const { error } = (answer ?? {}) as { error?: { code?: string; message?: string } };
  if (error?.message === undefined) {
    return new UserError('no-simulator', `What answers at ${url} is no simulator (status ${status}).`);
  }
  return new UserError(error.code ?? 'refused', error.message);
}
