import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { UserError } from '#scripts/lib/user-error';
import type { DeployTarget } from '../target.ts';
import { checkInventory } from './check-inventory.ts';
import { InventorySchema, type ListedInventory } from './inventory-schema.ts';
import { listedTarget } from './listed-target.ts';
import { schemaFault } from './schema-fault.ts';
import { type Environment, fillVariables } from './variables.ts';
import { YamlFile } from './yaml-file.ts';

/** Where an inventory comes from. */
export interface InventorySource {
  /** How faults name the file. */
  readonly name: string;
  readonly text: string;
  /** The folder that files named in it are looked for in, and where pins are kept. */
  readonly root: string;
  readonly environment: Environment;
}

/** The devices and groups of devices.yaml. */
export class Inventory {
  readonly names: readonly string[];
  /** Members by group, in the order of the file. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly #file: YamlFile;
  readonly #listed: ListedInventory;

  /** @throws UserError `bad-inventory` with all faults, each as `FILE:LINE: PATH: expected …, found …` */
  constructor(private readonly source: InventorySource) {
    this.#file = new YamlFile(source.name, source.text);
    this.#listed = readListed(this.#file, source);
    this.names = Object.keys(this.#listed.devices);
    this.groups = groupsOf(this.#listed);
  }

  /**
   * What the deployer needs of each named device, its variables filled in.
   *
   * @throws UserError `unset-variable` that names every variable that is missing for these devices
   */
  targets(names: readonly string[]): DeployTarget[] {
    const { root, environment } = this.source;
    const made = names.map((name) => listedTarget(this.#listed, name, root, environment));
    const faults = made.flatMap((each) => each.faults);
    if (faults.length > 0) {
      throw new UserError('unset-variable', this.#file.linesOf(faults).join('\n'), 2);
    }
    return made.map(({ target }) => target);
  }
}

function readListed(file: YamlFile, { root, environment }: InventorySource): ListedInventory {
  const result = v.safeParse(InventorySchema, file.value);
  const isReadable = file.value !== undefined;
  const faults = isReadable
    ? [
        ...(result.issues ?? []).map(schemaFault),
        ...checkInventory(file.value, { root, macros: macroNames(root) }),
      ]
    : [];
  if (result.success && faults.length === 0 && file.brokenLines.length === 0) return result.output;
  // Whoever mends the file wants to hear of these too; alone they only matter for the devices that are chosen.
  const unset = fillVariables(file.value, [], environment).faults;
  const lines = [...file.brokenLines, ...file.linesOf([...faults, ...unset])];
  throw new UserError('bad-inventory', lines.join('\n'), 2);
}

/** Those of `groups`, and those that devices say they are in. */
function groupsOf({ groups = {}, devices }: ListedInventory): Map<string, readonly string[]> {
  const members = new Map(Object.entries(groups).map(([group, names]) => [group, new Set(names)]));
  for (const [name, device] of Object.entries(devices)) {
    for (const group of device.groups ?? []) {
      members.set(group, (members.get(group) ?? new Set()).add(name));
    }
  }
  const inOrder = (group: ReadonlySet<string>) => Object.keys(devices).filter((name) => group.has(name));
  return new Map([...members].map(([group, names]) => [group, inOrder(names)]));
}

/** The macros of the project; `undefined` for a folder that is none. */
function macroNames(root: string): string[] | undefined {
  const folder = join(root, 'macros');
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')));
}
