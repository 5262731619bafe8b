import type { Caller, Device } from '../device/types.ts';

const counts = new WeakMap<Device, number>();

/** Whoever came in last, an administrator. Clients of one device are numbered across all its listeners. */
export function nextClient(device: Device): Caller {
  const count = (counts.get(device) ?? 0) + 1;
  counts.set(device, count);
  return { origin: `client:${count}`, roles: ['Admin'] };
}
