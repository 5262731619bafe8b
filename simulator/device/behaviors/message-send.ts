import type { Behaviors } from '../types.ts';
import { raiseIfKnown } from './if-known.ts';

/** The way from an outside controller into a macro: the text goes to whoever listens. */
export const messageSendBehaviors = (): Behaviors => ({
  'Message Send': ({ device, params }) => {
    raiseIfKnown(device, ['Message', 'Send'], params);
    return undefined;
  },
});
