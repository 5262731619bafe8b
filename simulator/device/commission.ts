import { parsePath } from './path.ts';
import type { Device } from './types.ts';

const SETTINGS: Readonly<Record<string, string>> = {
  'Macros Mode': 'On',
  'WebEngine Mode': 'On',
  'HttpClient Mode': 'On',
  'UserInterface Assistant Mode': 'On',
};

/** What an administrator switches on, on a device fresh from the box, before our macros can do their work. */
export function commission(device: Device): void {
  for (const [setting, value] of Object.entries(SETTINGS)) {
    const path = ['Configuration', ...parsePath(setting)];
    if (device.knows(path)) device.setConfiguration(path, value);
  }
}
