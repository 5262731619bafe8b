import { createDevice, type SimulatedDevice } from '#simulator/create-device';
import { commission } from '#simulator/device/commission';
import { type Listener, listen } from '#simulator/wire/listen';
import { type DeployTarget, simulatedTarget } from '../target.ts';

const CREDENTIALS = { username: 'admin', password: 'simulated' };

export interface FleetMember {
  readonly device: SimulatedDevice;
  readonly wire: Listener;
  readonly target: DeployTarget;
  /** What clients asked that changes something, by name of the command. */
  changes(): string[];
}

/** Simulated devices `room1`, `room2`, … each behind its own WebSocket. */
export async function startFleet(count: number): Promise<FleetMember[]> {
  const names = Array.from({ length: count }, (_, index) => `room${index + 1}`);
  return Promise.all(names.map(startMember));
}

async function startMember(name: string): Promise<FleetMember> {
  const device = await createDevice({ name });
  commission(device);
  const wire = await listen(device, CREDENTIALS);
  const target = simulatedTarget({ name, address: wire.address, ...CREDENTIALS });
  const changes = () =>
    device.journal
      .after(0)
      .filter(
        ({ kind, origin, path }) => kind === 'command' && origin.startsWith('client:') && !/Get$/.test(path),
      )
      .map(({ path }) => path);
  return { device, wire, target, changes };
}

export async function closeFleet(members: readonly FleetMember[]): Promise<void> {
  await Promise.all(members.map(({ wire }) => wire.close()));
  for (const { device } of members) device.close();
}
