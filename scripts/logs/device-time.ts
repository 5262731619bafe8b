import type { DeviceConnection } from '#scripts/deploy/connect';
import { CommandRefused } from '#scripts/deploy/connection-error';

const HAS_ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * How far a device's clock is ahead of ours, in milliseconds; `null` when it tells no time, or none with its zone.
 *
 * @throws ConnectionError
 */
export async function clockDifference(connection: DeviceConnection): Promise<number | null> {
  const askedAt = Date.now();
  const text = await connection.get('Status Time SystemTime').catch((error) => {
    if (error instanceof CommandRefused) return '';
    throw error;
  });
  const time = HAS_ZONE.test(String(text)) ? Date.parse(String(text)) : Number.NaN;
  // The device has looked at its clock somewhere between the question and the answer.
  return Number.isNaN(time) ? null : time - (askedAt + Date.now()) / 2;
}
