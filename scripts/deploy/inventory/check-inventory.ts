import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { type Defaults, DefaultsSchema, DeviceSchema, type ListedDevice } from './inventory-schema.ts';
import type { Path } from './places.ts';
import type { Fault } from './yaml-file.ts';

type Readable<Listed> = { readonly [Key in keyof Listed]?: Listed[Key] | undefined };

/** What must hold between the parts of a file; looks also at one that breaks the schema, as far as it can be read. */
export function checkInventory(file: unknown, root: string): Fault[] {
  const { defaults: ownDefaults, groups, devices: ownDevices } = Object(file);
  const defaults: Readable<Defaults> = readable(DefaultsSchema, ownDefaults);
  const devices = entriesOf(ownDevices).map(([name, device]): [string, Readable<ListedDevice>] => [
    name,
    readable(DeviceSchema, device),
  ]);
  return [
    ...trustFaults(['defaults'], defaults, root),
    ...repeats(['defaults', 'macros'], defaults.macros),
    ...entriesOf(groups).flatMap(([group, members]) => groupFaults(group, members, devices)),
    ...devices.flatMap(([name, device]) =>
      deviceFaults(['devices', name], device, saidOf(ownDevices[name], ownDefaults), root),
    ),
    ...sharedAddresses(devices),
  ];
}

const entriesOf = (map: unknown) => Object.entries(Object(map) as Record<string, unknown>);

/** What a device or the defaults say, well or badly. */
const saidOf = (device: unknown, defaults: unknown) =>
  new Set([...Object.keys(Object(device)), ...Object.keys(Object(defaults))]);

/** Only the parts that fit the schema. */
function readable<Listed>(
  { entries }: v.GenericSchema<unknown, Listed> & { entries: v.ObjectEntries },
  value: unknown,
): Readable<Listed> {
  const given = Object(value) as Record<string, unknown>;
  const fitting = Object.entries(entries).filter(([key, schema]) => v.is(schema, given[key]));
  return Object.fromEntries(fitting.map(([key]) => [key, given[key]])) as Readable<Listed>;
}

function groupFaults(group: string, members: unknown, devices: readonly [string, unknown][]): Fault[] {
  if (!Array.isArray(members)) return [];
  const names = devices.map(([name]) => name);
  const unknown = members.flatMap((member, index) =>
    names.includes(member)
      ? []
      : [{ path: ['groups', group, index], text: `expected one of ${names.join(', ')}, found ${member}` }],
  );
  return [...unknown, ...repeats(['groups', group], members)];
}

function deviceFaults(
  path: Path,
  device: Readable<ListedDevice>,
  said: ReadonlySet<string>,
  root: string,
): Fault[] {
  return [
    ...trustFaults(path, device, root),
    ...repeats([...path, 'groups'], device.groups),
    ...repeats([...path, 'macros'], device.macros),
    ...transportFaults(path, device, said),
  ];
}

/** What each transport needs, and what it has no use for. */
const CLOUD = { needs: ['token'], useless: ['username', 'password', 'ca', 'pin', 'insecure'] } as const;
const SSH = { needs: ['username', 'password'], useless: ['token', 'ca'] } as const;
const WEB_SOCKET = { needs: ['username', 'password'], useless: ['token'] } as const;

function transportFaults(path: Path, device: Readable<ListedDevice>, said: ReadonlySet<string>): Fault[] {
  const { address } = device;
  if (address === undefined) return [];
  const scheme = address.slice(0, address.indexOf(':'));
  const { needs, useless } = scheme === 'cloud' ? CLOUD : scheme === 'ssh' ? SSH : WEB_SOCKET;
  const missing = needs
    .filter((key) => !said.has(key))
    .map((key) => ({ path: [...path, key], text: `expected one here or in defaults, found nothing` }));
  const spare = useless
    .filter((key) => device[key] !== undefined)
    .map((key) => ({ path: [...path, key], text: `of no use with ${scheme}:, expected nothing` }));
  return [...missing, ...spare];
}

/** How a device is known again: by one thing at a time. */
function trustFaults(path: Path, { ca, pin, insecure }: Readable<Defaults>, root: string): Fault[] {
  const ways = { ca: ca !== undefined, pin, insecure };
  const chosen = Object.entries(ways).flatMap(([way, isChosen]) => (isChosen ? [way] : []));
  const faults: Fault[] = [];
  if (chosen.length > 1) {
    faults.push({ path, text: `expected one of ca, pin and insecure, found ${chosen.join(' and ')}` });
  }
  if (ca !== undefined && !existsSync(resolve(root, ca))) {
    faults.push({ path: [...path, 'ca'], text: `expected a PEM file, found none at ${ca}` });
  }
  return faults;
}

function repeats(path: Path, list: readonly unknown[] | undefined): Fault[] {
  return (list ?? []).flatMap((item, index) =>
    list?.indexOf(item) === index ? [] : [{ path: [...path, index], text: `${item} is named twice` }],
  );
}

function sharedAddresses(devices: readonly [string, Readable<ListedDevice>][]): Fault[] {
  const owners = new Map<string, string>();
  return devices.flatMap(([name, { address }]) => {
    if (address === undefined) return [];
    const place = address.replace(/\/$/, '').toLowerCase();
    const owner = owners.get(place);
    if (owner === undefined) owners.set(place, name);
    return owner === undefined
      ? []
      : [
          {
            path: ['devices', name, 'address'],
            text: `expected another than that of ${owner}, found the same`,
          },
        ];
  });
}
