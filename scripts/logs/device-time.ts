import type { DeviceConnection } from '#scripts/deploy/connect';

/** How far a device's clock is ahead of ours, in milliseconds; `null` when it tells no time that can be read. */
export async function clockDifference(connection: DeviceConnection): Promise<number | null> {
  const askedAt = Date.now();
  const time = Date.parse(String(await connection.get('Status Time SystemTime')));
  // The device has looked at its clock somewhere between the question and the answer.
  return Number.isNaN(time) ? null : time - (askedAt + Date.now()) / 2;
}
