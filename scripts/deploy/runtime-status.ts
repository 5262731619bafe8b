import * as v from 'valibot';
import type { DeviceConnection } from './connect.ts';
import { CommandRefused } from './connection-error.ts';

const NumberSchema = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.number(), v.integer());
const StatusSchema = v.object({
  Crashes: v.optional(NumberSchema),
  Running: v.optional(v.union([v.string(), v.boolean()])),
});

export interface RuntimeStatus {
  /** How often the runtime had to be stopped since the device started. */
  readonly crashes: number | undefined;
  readonly running: boolean | undefined;
}

/** What `Macros Runtime Status` says; what a device leaves out, or words differently, is `undefined`. */
export async function readRuntimeStatus(connection: DeviceConnection): Promise<RuntimeStatus> {
  const answer = await connection.command('Macros Runtime Status').catch((error) => {
    if (error instanceof CommandRefused) return {};
    throw error;
  });
  const { success, output } = v.safeParse(StatusSchema, answer);
  if (!success) return { crashes: undefined, running: undefined };
  const { Crashes: crashes, Running } = output;
  return {
    crashes,
    running: Running === undefined ? undefined : String(Running).toLowerCase() === 'true',
  };
}
