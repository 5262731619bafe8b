import type { DeviceDescription } from '#simulator/control/hosted-device';
import { type DeployTarget, simulatedTarget } from '../deploy/target.ts';
import { controlClient } from '../lib/control-client.ts';
import { type Child, startChild } from './child.ts';

/** Simulated devices in processes of their own, so that what is measured here is the deployer's. */
export interface SimulatedFleet {
  readonly targets: readonly DeployTarget[];
  end(): Promise<void>;
}

/**
 * Starts `count` devices in `processes` simulators, each answering `delayMs` late, which is the round trip. Devices
 * of different processes take turns in the list, so that any part of it keeps all processes busy.
 */
export async function startSimulatedFleet(
  root: string,
  count: number,
  processes: number,
  delayMs: number,
): Promise<SimulatedFleet> {
  const children: Child[] = [];
  const end = async () => {
    await Promise.all(children.map((child) => child.end()));
  };
  try {
    const lists: (readonly DeviceDescription[])[] = [];
    for (let process = 0; process < processes; process += 1) {
      const child = await startChild(root, simulate(process, Math.ceil(count / processes)));
      children.push(child);
      lists.push(await delayAll(String(child.ready.console), delayMs));
    }
    const targets = takingTurns(lists).slice(0, count).map(simulatedTarget);
    return { targets, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function simulate(process: number, count: number): string[] {
  const names = Array.from({ length: count }, (_, index) => `device-${process}-${index}`);
  const devices = names.flatMap((name) => ['--device', name]);
  return ['node', 'scripts/run.mjs', 'simulate', '--port', '0', '--json', ...devices];
}

async function delayAll(console: string, delayMs: number): Promise<readonly DeviceDescription[]> {
  const devices = await controlClient(console).devices();
  for (const { name } of devices) {
    const response = await fetch(new URL(`/api/devices/${name}/faults`, console), {
      method: 'POST',
      body: JSON.stringify({ delay: delayMs }),
    });
    if (!response.ok) throw new Error(`${name} could not be delayed: ${await response.text()}`);
  }
  return devices;
}

function takingTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
