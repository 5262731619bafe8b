import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Defaults, ListedDevice } from './inventory-schema.ts';
import { listFaults, unknownName } from './list-faults.ts';
import type { Path } from './places.ts';
import type { Readable } from './readable.ts';
import type { Fault } from './yaml-file.ts';

interface Needs {
  readonly needs: readonly (keyof Defaults)[];
  readonly useless: readonly (keyof Defaults)[];
}

/** What each way to a device needs, and what it has no use for; by the scheme of the address. */
const WEB_SOCKET: Needs = { needs: ['username', 'password'], useless: ['token'] };
const TRANSPORTS: Readonly<Record<string, Needs>> = {
  wss: WEB_SOCKET,
  ws: { needs: ['username', 'password'], useless: ['token', 'ca', 'pin'] },
  ssh: { needs: ['username', 'password'], useless: ['token', 'ca'] },
  cloud: { needs: ['token'], useless: ['username', 'password', 'ca', 'pin', 'insecure'] },
};

/** What the project has, that a file may name. */
export interface Surroundings {
  readonly root: string;
  /** `undefined` where they cannot be told. */
  readonly macros: readonly string[] | undefined;
}

/** Of a device, and of the defaults. */
export function commonFaults(path: Path, says: Readable<Defaults>, { root, macros }: Surroundings): Fault[] {
  const { ca, pin, insecure, settings = {} } = says;
  const faults = listFaults([...path, 'macros'], says.macros, macros);
  for (const macro of Object.keys(settings)) {
    if (macros?.includes(macro) === false) {
      faults.push({ path: [...path, 'settings', macro], text: unknownName(macro, macros) });
    }
  }
  const ways = { ca: ca !== undefined, pin, insecure };
  const chosen = Object.entries(ways).flatMap(([way, isChosen]) => (isChosen ? [way] : []));
  if (chosen.length > 1) {
    faults.push({ path, text: `expected one of ca, pin and insecure, found ${chosen.join(' and ')}` });
  }
  if (ca !== undefined && !existsSync(resolve(root, ca))) {
    faults.push({ path: [...path, 'ca'], text: `expected a PEM file, found none at ${ca}` });
  }
  return faults;
}

/** @param said what the device and the defaults say, well or badly */
export function transportFaults(
  path: Path,
  device: Readable<ListedDevice>,
  said: ReadonlySet<string>,
): Fault[] {
  const { address } = device;
  if (address === undefined) return [];
  const scheme = address.slice(0, address.indexOf(':'));
  const { needs, useless } = TRANSPORTS[scheme] ?? WEB_SOCKET;
  const missing = needs
    .filter((key) => !said.has(key))
    .map((key) => ({ path: [...path, key], text: 'expected one here or in defaults, found nothing' }));
  const spare = useless
    .filter((key) => device[key] !== undefined)
    .map((key) => ({ path: [...path, key], text: `of no use with ${scheme}:, expected nothing` }));
  return [...missing, ...spare];
}
