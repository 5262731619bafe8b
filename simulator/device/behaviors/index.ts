import type { Behaviors, Device } from '../types.ts';
import { audioBehaviors } from './audio.ts';
import { extensionBehaviors } from './extensions.ts';
import { httpClientBehaviors } from './http-client.ts';
import { messageSendBehaviors } from './message-send.ts';
import { messageBehaviors } from './messages.ts';
import { standbyBehaviors } from './standby.ts';
import { systemBehaviors } from './system.ts';
import { webViewBehaviors } from './web-view.ts';

/** What every simulated device can do; macros and the Assistant join theirs. */
export function builtInBehaviors(device: Device): Behaviors {
  return {
    ...audioBehaviors(device),
    ...extensionBehaviors(device),
    ...httpClientBehaviors(device),
    ...messageBehaviors(device),
    ...messageSendBehaviors(),
    ...standbyBehaviors(device),
    ...systemBehaviors(device),
    ...webViewBehaviors(device),
  };
}
