import type { CommandContext } from '#scripts/lib/command';
import { environmentOf } from '#scripts/lib/environment';
import { UserError } from '#scripts/lib/user-error';
import { KnownDevices, knownDevicesFile } from './known-devices.ts';
import { createTarget, type DeployTarget, originOf, transportOf } from './target.ts';

/** Whether `--host` gives an address and not a name. */
export const isAddress = (host: string): boolean => /^(?:(?:wss?|ssh):\/\/|cloud:)/i.test(host);

/**
 * A device that stands in no file, with the credentials of the environment. One that was pinned before stays so.
 *
 * @throws UserError `unknown-device`, `no-credentials`
 */
export function addressTarget(context: CommandContext, given: string): DeployTarget {
  if (!URL.canParse(given)) throw new UserError('unknown-device', `${given} is no address.`, 2);
  const variable = credentialsOf(context, given);
  if (transportOf(given) === 'cloud') {
    const address = `cloud:${given.slice('cloud:'.length)}`;
    return createTarget({ name: address, address, token: variable('ROOMOS_TOKEN') });
  }
  const { host: name } = new URL(given);
  const address = originOf(given);
  const file = knownDevicesFile(context.root);
  const isPinned = new KnownDevices(file).find(address) !== undefined;
  return createTarget({
    name,
    address,
    username: variable('ROOMOS_USERNAME'),
    password: variable('ROOMOS_PASSWORD'),
    ...(isPinned && { knownDevicesFile: file }),
  });
}

function credentialsOf(context: CommandContext, address: string): (name: string) => string {
  const environment = environmentOf(context);
  return (name) => {
    const value = environment[name];
    if (value) return value;
    const text = `${address}: ${name} is not set. Set it in the environment or in .env`;
    throw new UserError('no-credentials', text, 2);
  };
}
