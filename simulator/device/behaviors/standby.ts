import type { Screen } from '../screen.ts';
import type { Behaviors, Device, Json } from '../types.ts';
import { followIfKnown, raiseIfKnown, setIfKnown } from './if-known.ts';

type State = Screen['standby'];

/** How deep each state goes, for Status `Standby Level`. */
const LEVELS: Readonly<Record<State, string>> = {
  Off: 'None',
  Halfwake: 'None',
  EnteringStandby: 'None',
  Standby: 'DisplayOff',
};

/**
 * Standby, half-wake and awake. A device passes through `EnteringStandby`, which lasts no time here; it wakes up
 * by command only: the simulator has no idle timer of its own.
 */
export function standbyBehaviors(device: Device): Behaviors {
  const enter = (state: State) => {
    setIfKnown(device, ['Standby', 'State'], state);
    setIfKnown(device, ['Standby', 'Level'], LEVELS[state]);
    return undefined;
  };
  followIfKnown(device, ['Standby', 'State'], (state) => {
    if (isState(state)) device.screen.patch({ standby: state });
  });
  enter('Off');
  device.onRestart(() => enter('Off'));
  return {
    'Standby Activate': () => {
      if (device.screen.current.standby !== 'Standby') enter('EnteringStandby');
      return enter('Standby');
    },
    'Standby Deactivate': () => enter('Off'),
    'Standby Halfwake': () => enter('Halfwake'),
    'Standby ResetTimer': () => {
      raiseIfKnown(device, ['Standby', 'Reset'], {});
      return undefined;
    },
  };
}

const isState = (value: Json): value is State => typeof value === 'string' && Object.hasOwn(LEVELS, value);
