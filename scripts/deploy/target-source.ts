import type { CommandContext } from '#scripts/lib/command';
import { findSimulator } from '#scripts/lib/control-client';
import { addressTarget } from './address-target.ts';
import { INVENTORY_FILE, readInventory } from './inventory/read-inventory.ts';
import { type DeployTarget, simulatedTarget } from './target.ts';

/** Where targets come from. */
export interface TargetSource {
  /** As in “Known in …”. */
  readonly title: string;
  /** Members by group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  names(): Promise<readonly string[]>;
  /** One for each of names that are there, in their order. */
  targets(names: readonly string[]): Promise<DeployTarget[]>;
}

/** devices.yaml, `undefined` where there is none. @throws UserError `bad-inventory` */
export function inventorySource(context: CommandContext): TargetSource | undefined {
  const inventory = readInventory(context);
  if (!inventory) return undefined;
  return {
    title: INVENTORY_FILE,
    groups: inventory.groups,
    names: async () => inventory.names,
    targets: async (names) => inventory.targets(names),
  };
}

/** The simulator that runs; its methods reject with UserError `no-simulator` when none does. */
export function simulatorSource(context: CommandContext): TargetSource {
  let asked: Promise<ReadonlyMap<string, DeployTarget>> | undefined;
  const devices = () => {
    asked ??= simulatedDevices(context);
    return asked;
  };
  return {
    title: 'the running simulator',
    groups: new Map(),
    names: async () => [...(await devices()).keys()],
    targets: async (names) => {
      const known = await devices();
      return names.flatMap((name) => known.get(name) ?? []);
    },
  };
}

async function simulatedDevices(context: CommandContext): Promise<ReadonlyMap<string, DeployTarget>> {
  const devices = await findSimulator(context).devices();
  return new Map(devices.map((device) => [device.name, simulatedTarget(device)]));
}

/** What is given by its address. */
export function addressSource(context: CommandContext): TargetSource {
  return {
    title: 'addresses',
    groups: new Map(),
    names: async () => [],
    targets: async (addresses) => addresses.map((address) => addressTarget(context, address)),
  };
}
