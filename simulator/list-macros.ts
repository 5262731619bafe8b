import type { MacroList, MacroState } from './control/hosted-device.ts';
import type { SimulatedDevice } from './create-device.ts';
import type { Caller } from './device/types.ts';

const DEVICE: Caller = { origin: 'device', roles: ['Admin'] };

/** The macros of a device, followed by the events that it raises about them. */
export function listMacros(device: SimulatedDevice): MacroList {
  const { store, status } = device.macros;
  const list = (): MacroState[] => {
    const isUp = status().Running === 'True';
    return store.list().map(({ name, active }) => ({ name, active, running: active && isUp }));
  };
  return {
    list,
    onChange(listener) {
      let last = JSON.stringify(list());
      // Each line of the log is such an event, too: only what differs is told.
      return device.subscribe(DEVICE, ['Event', 'Macros'], () => {
        const now = JSON.stringify(list());
        if (now === last) return;
        last = now;
        listener();
      });
    },
  };
}
