import type { CommandContext } from '#scripts/lib/command';
import { nameList } from '#scripts/lib/name-list';
import { UserError } from '#scripts/lib/user-error';
import { isAddress } from './address-target.ts';
import { INVENTORY_FILE } from './inventory/read-inventory.ts';
import { hasWildcard, matchesGlob } from './matches-glob.ts';
import type { DeployTarget } from './target.ts';
import { addressSource, inventorySource, simulatorSource, type TargetSource } from './target-source.ts';

/** Which devices a command is for: the union of all that is said, or the only device there is. */
export interface TargetSelection {
  /** Names, addresses, or patterns with `*` and `?`; `sim:NAME` for a device of the running simulator. */
  readonly hosts: readonly string[];
  readonly groups: readonly string[];
  readonly all: boolean;
}

interface Pick {
  readonly source: TargetSource;
  readonly name: string;
}

/** `main` is the inventory, or the simulator where there is none. */
interface Sources {
  readonly main: TargetSource;
  readonly simulator: TargetSource;
  readonly addresses: TargetSource;
}

/**
 * The devices that a command is for, each once, in the order in which they were named. They stand in devices.yaml,
 * or are those of the running simulator where there is no such file; a name that is not in the file may also be a
 * simulated device's. Says which of them are not verified.
 *
 * @throws UserError `bad-inventory`, `unset-variable`, `unknown-device`, `unknown-group`, `which-device`,
 * `no-credentials`, `no-simulator`
 */
export async function selectTargets(
  context: CommandContext,
  selection: TargetSelection,
): Promise<DeployTarget[]> {
  const simulator = simulatorSource(context);
  const main = inventorySource(context) ?? simulator;
  const picks = await pick({ main, simulator, addresses: addressSource(context) }, selection);
  const targets = await targetsOf(picks);
  const insecure = targets.filter((target) => target.insecure).map(({ label }) => label);
  if (insecure.length > 0) {
    context.err.write(
      `Not verified, because of insecure: true in ${INVENTORY_FILE}: ${nameList(insecure)}\n`,
    );
  }
  return targets;
}

async function pick(sources: Sources, { hosts, groups, all }: TargetSelection): Promise<Pick[]> {
  const { main } = sources;
  if (hosts.length === 0 && groups.length === 0 && !all) return onlyOne(main);
  const byHost = await Promise.all(hosts.map((host) => pickHost(sources, host)));
  const unknown = hosts.filter((_, index) => byHost[index]?.length === 0);
  if (unknown.length > 0) throw unknownDevice(unknown, await knownIn(main));
  const byGroup = pickGroups(main, groups);
  const rest = all ? picksOf(main, await main.names()) : [];
  return [...byHost.flat(), ...byGroup, ...rest];
}

const picksOf = (source: TargetSource, names: readonly string[]): Pick[] =>
  names.map((name) => ({ source, name }));

async function onlyOne(main: TargetSource): Promise<Pick[]> {
  const names = await main.names();
  if (names.length === 1) return picksOf(main, names);
  throw new UserError('which-device', `Name a device with --host. ${await knownIn(main)}`, 2);
}

async function pickHost({ main, simulator, addresses }: Sources, host: string): Promise<Pick[]> {
  if (isAddress(host)) return picksOf(addresses, [host]);
  const simulated = /^sim:(.*)$/is.exec(host)?.[1];
  if (simulated !== undefined) return match(simulator, simulated);
  const found = await match(main, host);
  if (found.length > 0 || main === simulator || hasWildcard(host)) return found;
  return match(simulator, host).catch(ifNoneRuns);
}

async function match(source: TargetSource, pattern: string): Promise<Pick[]> {
  const names = await source.names();
  return picksOf(
    source,
    names.filter((name) => matchesGlob(name, pattern)),
  );
}

/** A name that is not in the file is simply unknown then. */
function ifNoneRuns(error: unknown): Pick[] {
  if (error instanceof UserError && error.code === 'no-simulator') return [];
  throw error;
}

function pickGroups(main: TargetSource, groups: readonly string[]): Pick[] {
  const unknown = groups.filter((group) => !main.groups.has(group));
  if (unknown.length === 0) return groups.flatMap((group) => picksOf(main, main.groups.get(group) ?? []));
  const known = `Known in ${main.title}: ${nameList([...main.groups.keys()])}.`;
  throw new UserError('unknown-group', `There is no group ${unknown.join(', ')}. ${known}`, 2);
}

const knownIn = async (main: TargetSource) => `Known in ${main.title}: ${nameList(await main.names())}.`;

function unknownDevice(names: readonly string[], known: string): UserError {
  const hint = names.some((name) => /[.:]/.test(name)) ? ' Write an address as wss://ADDRESS.' : '';
  return new UserError('unknown-device', `There is no device ${names.join(', ')}. ${known}${hint}`, 2);
}

/** Each once; those of one source are made together, so that all that is wrong with them is said together. */
async function targetsOf(picks: readonly Pick[]): Promise<DeployTarget[]> {
  const made = new Map<TargetSource, Map<string, DeployTarget>>();
  for (const source of new Set(picks.map((each) => each.source))) {
    const names = [...new Set(picks.filter((each) => each.source === source).map(({ name }) => name))];
    const targets = await source.targets(names);
    made.set(source, new Map(targets.map((target, index) => [names[index] ?? target.name, target])));
  }
  return [...new Set(picks.flatMap(({ source, name }) => made.get(source)?.get(name) ?? []))];
}
