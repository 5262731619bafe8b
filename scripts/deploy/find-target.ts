import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '#scripts/lib/command';
import { findSimulator } from '#scripts/lib/control-client';
import { environmentOf } from '#scripts/lib/environment';
import { UserError } from '#scripts/lib/user-error';
import { type ListedDevice, passwordVariable, readDevicesFile } from './devices-file.ts';
import { createTarget, type DeployTarget, simulatedTarget } from './target.ts';

const FILE = 'devices.yaml';

/**
 * The device that `--host` names: an address, a name in devices.yaml, or, where there is no such file, a device
 * of the running simulator. Without a name it is the only one there is.
 *
 * @throws UserError `no-simulator`, `bad-inventory`, `unknown-device`, `which-device`, `no-credentials`
 */
export async function findTarget(context: CommandContext, host: string | undefined): Promise<DeployTarget> {
  if (host !== undefined && /^wss?:\/\//i.test(host)) return addressTarget(context, host);
  const file = join(context.root, FILE);
  if (existsSync(file)) {
    const devices = readDevicesFile(FILE, readFileSync(file, 'utf8'));
    const [name, device] = choose(devices, host, FILE);
    return listedTarget(context, name, device);
  }
  const devices = await findSimulator(context).devices();
  const [, device] = choose(new Map(devices.map((each) => [each.name, each])), host, 'the running simulator');
  return simulatedTarget(device);
}

function choose<Device>(devices: ReadonlyMap<string, Device>, host: string | undefined, source: string) {
  const known = `Known in ${source}: ${[...devices.keys()].join(', ') || 'none'}.`;
  const [only, another] = devices;
  if (host === undefined) {
    if (only && !another) return only;
    throw new UserError('which-device', `Name a device with --host. ${known}`, 2);
  }
  const device = devices.get(host);
  if (device === undefined) throw new UserError('unknown-device', `There is no device ${host}. ${known}`, 2);
  return [host, device] as const;
}

function listedTarget(context: CommandContext, name: string, device: ListedDevice): DeployTarget {
  const variable = passwordVariable(device);
  const password = environmentOf(context)[variable];
  if (!password) throw noCredentials(name, variable);
  const { address, username, insecure } = device;
  return createTarget({ name, address, username, password, insecure });
}

function addressTarget(context: CommandContext, address: string): DeployTarget {
  if (!URL.canParse(address)) throw new UserError('unknown-device', `${address} is no address.`, 2);
  const { host } = new URL(address);
  const { ROOMOS_USERNAME: username, ROOMOS_PASSWORD: password } = environmentOf(context);
  if (!username) throw noCredentials(host, 'ROOMOS_USERNAME');
  if (!password) throw noCredentials(host, 'ROOMOS_PASSWORD');
  return createTarget({ name: host, address: `${new URL(address).protocol}//${host}`, username, password });
}

const noCredentials = (name: string, variable: string) =>
  new UserError('no-credentials', `${name}: ${variable} is not set. Set it in the environment or in .env`, 2);
