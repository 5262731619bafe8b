import { onTestFinished } from 'vitest';
import { commission } from './commission.ts';
import { createDeviceCore, type DeviceOptions } from './create-device-core.ts';
import type { JournalEntry } from './journal.ts';
import { parsePath } from './path.ts';
import type { Caller, Device, Json, JsonObject, Update } from './types.ts';

export const ADMIN: Caller = { origin: 'client:1', roles: ['Admin'] };

/** Noon of a day in November; a device's clock in tests starts here and stands still. */
export const NOON = Date.UTC(2026, 10, 20, 12);

/** A commissioned device for one test, with short forms for what tests ask of it. */
export function testDevice(options: Partial<DeviceOptions> = {}) {
  const device = createDeviceCore({ name: 'room1', startAt: NOON, ...options });
  commission(device);
  onTestFinished(() => device.close());
  return {
    device,
    command: (path: string, params?: JsonObject, body?: string) =>
      device.command(ADMIN, parsePath(path), params, body),
    get: (path: string): Json => device.get(ADMIN, parsePath(path)),
    follow: (query: string) => follow(device, query),
    journal: (kind: JournalEntry['kind']) => device.journal.after(0).filter((entry) => entry.kind === kind),
  };
}

/** Everything that a subscription is told from now on. */
function follow(device: Device, query: string): Update[] {
  const updates: Update[] = [];
  device.subscribe(ADMIN, parsePath(query), (update) => updates.push(update));
  return updates;
}
