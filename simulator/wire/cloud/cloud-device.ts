import type { Caller, Device } from '../../device/types.ts';
import { CloudError } from './cloud-error.ts';

/** A device as its organisation's administrators know it. */
export interface CloudDevice {
  /** Given by Webex, and opaque. */
  readonly id: string;
  readonly device: Device;
}

/** The device of a request, and who asks. */
export interface Asked {
  readonly device: Device;
  readonly caller: Caller;
}

/** As `GET /v1/devices` lists it. */
export const describeCloudDevice = ({ id, device }: CloudDevice, isOnline: boolean) => ({
  id,
  displayName: device.name,
  product: device.product,
  type: 'roomdesk',
  software: `RoomOS ${device.release}`,
  connectionStatus: isOnline ? 'connected' : 'disconnected',
});

/** @throws CloudError 404 */
export function findCloudDevice(devices: readonly CloudDevice[], id: string | undefined): CloudDevice {
  const found = devices.find((device) => device.id === id);
  if (found) return found;
  throw new CloudError(404, `Could not find a device with provided ID: ${id ?? 'none given'}`);
}
