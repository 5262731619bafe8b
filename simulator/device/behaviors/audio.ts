import type { Behaviors, CommandCall, Device, Path } from '../types.ts';
import { raiseIfKnown, setIfKnown } from './if-known.ts';

/** Each output's own volume; without `Device` a command means the one that sounds now. */
const OUTPUTS: Readonly<Record<string, string>> = {
  Internal: 'VolumeInternal',
  HeadsetBluetooth: 'VolumeHeadsetBluetooth',
  HeadsetUSB: 'VolumeHeadsetUsb',
  HandsetUSB: 'VolumeHandsetUsb',
};

const VOLUME = ['Audio', 'Volume'];
const VOLUME_MUTE = ['Audio', 'VolumeMute'];
const MICROPHONES_MUTE = ['Audio', 'Microphones', 'Mute'];

/** Volume and mute of the loudspeakers, mute of the microphones. */
export function audioBehaviors(device: Device): Behaviors {
  const standard = numberOf(device.peek(['Configuration', 'Audio', 'DefaultVolume']));
  for (const path of [VOLUME, ...Object.values(OUTPUTS).map((name) => ['Audio', name])]) {
    setIfKnown(device, path, standard);
  }
  setIfKnown(device, VOLUME_MUTE, 'Off');
  setIfKnown(device, MICROPHONES_MUTE, 'Off');
  return { ...volume, ...mute('Audio Volume', VOLUME_MUTE), ...mute('Audio Microphones', MICROPHONES_MUTE) };
}

const volume: Behaviors = {
  'Audio Volume Set': (call) => setVolume(call, numberOf(call.params.Level)),
  'Audio Volume Increase': (call) => setVolume(call, present(call) + numberOf(call.params.Steps)),
  'Audio Volume Decrease': (call) => setVolume(call, present(call) - numberOf(call.params.Steps)),
  'Audio Volume SetToDefault': (call) =>
    setVolume(call, numberOf(call.device.peek(['Configuration', 'Audio', 'DefaultVolume']))),
};

/** Past either end the volume stays there, and an event says so. */
function setVolume({ device, params }: CommandCall, wanted: number): undefined {
  const level = Math.min(100, Math.max(0, wanted));
  if (level !== wanted) raiseIfKnown(device, ['Audio', 'Volume', 'AlreadyAtLimit'], {});
  const output = outputOf(params.Device);
  if (output) setIfKnown(device, output, level);
  if (!output || output[1] === 'VolumeInternal') {
    setIfKnown(device, VOLUME, level);
    setIfKnown(device, ['Audio', 'VolumeInternal'], level);
  }
  return undefined;
}

function present({ device, params }: CommandCall): number {
  return numberOf(device.peek(['Status', ...(outputOf(params.Device) ?? VOLUME)]));
}

function outputOf(name: unknown): Path | undefined {
  const status = typeof name === 'string' ? OUTPUTS[name] : undefined;
  return status === undefined ? undefined : ['Audio', status];
}

function mute(command: string, status: Path): Behaviors {
  const set = (value: 'On' | 'Off') => (call: CommandCall) => {
    setIfKnown(call.device, status, value);
    return undefined;
  };
  return {
    [`${command} Mute`]: set('On'),
    [`${command} Unmute`]: set('Off'),
    [`${command} ToggleMute`]: (call) =>
      set(call.device.peek(['Status', ...status]) === 'On' ? 'Off' : 'On')(call),
  };
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
