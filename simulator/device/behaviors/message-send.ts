import type { Behaviors } from '../types.ts';

/** The way from an outside controller into a macro: the text goes to whoever listens. */
export const messageSendBehaviors = (): Behaviors => ({
  'Message Send': ({ device, params }) => {
    device.raise(['Message', 'Send'], params);
    return undefined;
  },
});
