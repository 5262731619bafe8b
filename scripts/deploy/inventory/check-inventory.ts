import { commonFaults, type Surroundings, transportFaults } from './device-faults.ts';
import { DefaultsSchema, DeviceSchema, type ListedDevice } from './inventory-schema.ts';
import { listFaults } from './list-faults.ts';
import { type Readable, readable, recordOf } from './readable.ts';
import type { Fault } from './yaml-file.ts';

/** What must hold between the parts of a file; looks also at one that breaks the schema, as far as it can be read. */
export function checkInventory(file: unknown, surroundings: Surroundings): Fault[] {
  const { defaults, groups, devices } = recordOf(file);
  const names = Object.keys(recordOf(devices));
  const listed = names.map((name) => {
    const given = recordOf(recordOf(devices)[name]);
    return { name, says: readable(DeviceSchema, given), keys: Object.keys(given) };
  });
  return [
    ...commonFaults(['defaults'], readable(DefaultsSchema, defaults), surroundings),
    ...Object.entries(recordOf(groups)).flatMap(([group, members]) =>
      Array.isArray(members) ? listFaults(['groups', group], members, names) : [],
    ),
    ...listed.flatMap(({ name, says, keys }) => {
      const path = ['devices', name];
      const said = new Set([...keys, ...Object.keys(recordOf(defaults))]);
      return [
        ...commonFaults(path, says, surroundings),
        ...listFaults([...path, 'groups'], says.groups),
        ...transportFaults(path, says, said),
      ];
    }),
    ...sharedAddresses(listed),
  ];
}

/** Two names for one device would be deployed to at once. */
function sharedAddresses(
  devices: readonly { readonly name: string; readonly says: Readable<ListedDevice> }[],
): Fault[] {
  const owners = new Map<string, string>();
  return devices.flatMap(({ name, says: { address } }) => {
    if (address === undefined) return [];
    const place = placeOf(address);
    const owner = owners.get(place);
    if (owner === undefined) owners.set(place, name);
    const text = `expected another than that of ${owner}, found the same`;
    return owner === undefined ? [] : [{ path: ['devices', name, 'address'], text }];
  });
}

/** Names of hosts have no case; ids of the cloud have. */
const placeOf = (address: string) =>
  address.startsWith('cloud:') ? address : address.replace(/\/$/, '').toLowerCase();
