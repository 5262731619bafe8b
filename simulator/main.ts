import { createSkillDirectory, type SkillEntry, type Speaker } from './assistant/index.ts';
import type { DeviceAddress } from './control/hosted-device.ts';
import { type ServedControl, serveControl } from './control/serve-control.ts';
import type { SimulatedDevice } from './create-device.ts';
import { type HostOptions, hostDevice, type RunningDevice } from './host-device.ts';
import { SimulatorError } from './simulator-error.ts';
import { type Certificate, selfSignedCertificate } from './wire/certificate.ts';

export type { SkillEntry } from './assistant/index.ts';
export type { HostOptions } from './host-device.ts';
export { SimulatorError } from './simulator-error.ts';

export interface SimulatorOptions {
  readonly devices: readonly HostOptions[];
  /** Of the console and the control interface; 0 for any. */
  readonly port: number;
  /** Takes the next free port where `port` is taken. */
  readonly orNextPort?: boolean;
  /** The skills that the Assistant knows; none when absent. */
  readonly skills?: readonly SkillEntry[];
  /** Who speaks and how; an American English speaker in this computer's time zone where it does not say. */
  readonly speaker?: Partial<Speaker>;
  /** Of the devices' `wss`; made afresh when absent. */
  readonly certificate?: Certificate;
  /** Where the built console lies. */
  readonly consoleDirectory: string;
  /** Origins, beside the skills' own, of pages that the console may show in web views. */
  readonly frameOrigins?: readonly string[];
}

/** A device of a running simulator, and where clients reach it. */
export interface ListedDevice extends DeviceAddress {
  readonly device: SimulatedDevice;
}

export interface Simulator {
  /** The console's address, which is that of the control interface. */
  readonly url: string;
  readonly devices: readonly ListedDevice[];
  close(): Promise<void>;
}

/**
 * Starts simulated devices, each on its own ports of loopback, the Assistant's skills service, the control interface
 * and the console.
 *
 * @throws SimulatorError
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  requireNames(options.devices);
  const skills = createSkillDirectory(options.skills);
  const speaker = { ...defaultSpeaker(), ...options.speaker };
  const certificate = options.certificate ?? (await selfSignedCertificate('simulated device'));
  const devices: RunningDevice[] = [];
  const closeDevices = () => Promise.all(devices.map((device) => device.close()));
  try {
    for (const each of options.devices) {
      devices.push(await hostDevice(each, { skills, speaker, certificate }));
    }
    const { consoleDirectory } = options;
    const frameOrigins = [...skillOrigins(options.skills ?? []), ...(options.frameOrigins ?? [])];
    const control = await serve(options, (port) =>
      serveControl(port, { devices, skills, consoleDirectory, frameOrigins }),
    );
    return {
      url: control.url,
      devices,
      async close() {
        await control.close();
        await closeDevices();
      },
    };
  } catch (error) {
    await closeDevices();
    throw error;
  }
}

const PORTS_TRIED = 50;

async function serve(
  { port, orNextPort = false }: SimulatorOptions,
  open: (port: number) => Promise<ServedControl>,
): Promise<ServedControl> {
  const last = port === 0 || !orNextPort ? port : Math.min(port + PORTS_TRIED, 65_535);
  for (let wanted = port; wanted <= last; wanted += 1) {
    try {
      return await open(wanted);
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  const found = last === port ? `port ${port} is taken` : `the ports from ${port} to ${last} are taken`;
  throw new SimulatorError('port-taken', `No console: ${found}. Choose another with --port, or 0 for any.`);
}

const isPortTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

function requireNames(devices: readonly HostOptions[]): void {
  const names = devices.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new SimulatorError('bad-device-name', `Two devices cannot both be called "${twice}".`);
  }
  const bad = names.find((name) => !/^[\w][\w .-]{0,63}$/.test(name));
  if (bad !== undefined) {
    const expected = 'up to 64 letters, digits, spaces, dots, hyphens and underscores';
    throw new SimulatorError('bad-device-name', `"${bad}" is no name for a device; expected ${expected}.`);
  }
}

const skillOrigins = (skills: readonly SkillEntry[]) => [
  ...new Set(skills.map(({ registration }) => new URL(registration.url).origin)),
];

/** Ids as in the Skills Reference Guide's example. */
const defaultSpeaker = (): Speaker => ({
  orgId: '00000000-0000-0000-0000-000000000000',
  userId: '00000000-1111-1111-1111-000000000000',
  language: 'en',
  locale: 'en_US',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
