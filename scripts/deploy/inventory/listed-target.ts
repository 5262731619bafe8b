import { resolve } from 'node:path';
import { knownDevicesFile } from '../known-devices.ts';
import { createTarget, type DeployTarget, type MacroSettings, transportOf } from '../target.ts';
import type { Defaults, ListedDevice, ListedInventory } from './inventory-schema.ts';
import type { Path } from './places.ts';
import { type Environment, fillVariables } from './variables.ts';
import type { Fault } from './yaml-file.ts';

/** What one device says, and behind it what holds for all. */
interface Layer {
  readonly path: Path;
  readonly says: Defaults;
}

/** A device of the inventory with its defaults and variables, and the variables that are not set. */
export function listedTarget(
  { defaults = {}, groups = {}, devices }: ListedInventory,
  name: string,
  root: string,
  environment: Environment,
): { target: DeployTarget; faults: Fault[] } {
  const device = devices[name];
  if (!device) throw new Error(`${name} is not in the inventory`);
  const layers: Layer[] = [
    { path: ['devices', name], says: device },
    { path: ['defaults'], says: defaults },
  ];
  const faults: Fault[] = [];
  const fill = (value: unknown, path: Path) => {
    const filled = fillVariables(value, path, environment);
    faults.push(...filled.faults);
    return filled.value;
  };
  const text = (key: 'username' | 'password' | 'token') => {
    const layer = layers.find(({ says }) => says[key] !== undefined);
    return layer ? String(fill(layer.says[key], [...layer.path, key])) : '';
  };
  const ownGroups = Object.keys(groups).filter((group) => groups[group]?.includes(name));
  const isCloud = transportOf(device.address) === 'cloud';
  const target = createTarget({
    name,
    address: device.address,
    ...(isCloud ? { token: text('token') } : { username: text('username'), password: text('password') }),
    ...(!isCloud && trustOf(device, defaults, root)),
    groups: [...new Set([...ownGroups, ...(device.groups ?? [])])],
    macros: device.macros ?? defaults.macros,
    settings: settingsOf(layers, fill),
  });
  return { target, faults };
}

/** A device that says anything of how it is known again says all of it. */
function trustOf(device: ListedDevice, defaults: Defaults, root: string) {
  const saysAny = [device.ca, device.pin, device.insecure].some((way) => way !== undefined);
  const { ca, pin, insecure } = saysAny ? device : defaults;
  return {
    insecure: insecure === true,
    ...(ca !== undefined && { caFile: resolve(root, ca) }),
    ...(pin === true && { knownDevicesFile: knownDevicesFile(root) }),
  };
}

/** Each setting is the device's own, or else that of the defaults. */
function settingsOf(layers: readonly Layer[], fill: (value: unknown, path: Path) => unknown): MacroSettings {
  const macros = new Set(layers.flatMap(({ says }) => Object.keys(says.settings ?? {})));
  return Object.fromEntries(
    [...macros].map((macro) => {
      const merged = new Map<string, unknown>();
      for (const { path, says } of layers) {
        for (const [key, value] of Object.entries(says.settings?.[macro] ?? {})) {
          if (!merged.has(key)) merged.set(key, fill(value, [...path, 'settings', macro, key]));
        }
      }
      return [macro, Object.fromEntries(merged)];
    }),
  );
}
