import { setTimeout as sleep } from 'node:timers/promises';
import { connectDevice, type DeviceConnection } from './connect.ts';
import type { DeviceRunOptions } from './deploy-options.ts';

/** Long enough to see what the device itself notices: macros that hang are stopped after 5 s. */
const STAY_UP_MS = 6_000;
const READY_TIMEOUT_MS = 20_000;

/** One run on one device: its open connection, and its options with all that was left out filled in. */
export interface DeployRun {
  readonly connection: DeviceConnection;
  /** Says a line, with the device's label before it. */
  readonly tell: (line: string) => void;
  readonly dryRun: boolean;
  readonly fix: boolean;
  readonly readyTimeoutMs: number;
  readonly stayUpMs: number;
  readonly lockWaitMs: number;
  readonly historyFolder: string | undefined;
  readonly wait: NonNullable<DeviceRunOptions['wait']>;
  readonly signal: AbortSignal | undefined;
}

/** Connects, does the work, and closes the connection whatever happens. @throws ConnectionError */
export async function withDevice<Result>(
  options: DeviceRunOptions,
  work: (run: DeployRun) => Promise<Result>,
): Promise<Result> {
  const { target, say = () => {}, signal } = options;
  const connection = await connectDevice(target, options);
  try {
    return await work({
      connection,
      tell: (line) => say(`${target.label}  ${line}`),
      dryRun: options.dryRun ?? false,
      fix: options.fix ?? false,
      readyTimeoutMs: options.readyTimeoutMs ?? READY_TIMEOUT_MS,
      stayUpMs: options.stayUpMs ?? STAY_UP_MS,
      lockWaitMs: options.lockWaitMs ?? 0,
      historyFolder: options.historyFolder,
      wait: options.wait ?? sleepFor,
      signal,
    });
  } finally {
    connection.close();
  }
}

const sleepFor = (ms: number, signal?: AbortSignal) =>
  sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
