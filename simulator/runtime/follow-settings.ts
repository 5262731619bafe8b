import type { Caller, Device } from '#simulator/device/types';
import type { MacroRuntime } from './create-macro-runtime.ts';

const DEVICE: Caller = { origin: 'device', roles: ['Admin'] };
const MODE = ['Configuration', 'Macros', 'Mode'];
const AUTO_START = ['Configuration', 'Macros', 'AutoStart'];

/** Starts and stops the macros as Configuration `Macros Mode` and `AutoStart` say, now and after a restart. */
export function followSettings(device: Device, runtime: MacroRuntime): void {
  const mayStart = () => device.peek(MODE) === 'On' && device.peek(AUTO_START) === 'On';
  const follow = () => {
    if (mayStart()) void runtime.start();
    else if (device.peek(MODE) !== 'On') void runtime.stop();
  };
  follow();
  device.subscribe(DEVICE, MODE, follow);
  device.onRestart(() => {
    void runtime.stop();
    if (mayStart()) void runtime.start();
  });
  device.onClose(() => runtime.close());
}
