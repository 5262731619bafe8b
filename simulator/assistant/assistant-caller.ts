import type { Caller } from '../device/types.ts';

/** The Assistant is part of the device: no role keeps anything from it. */
export const ASSISTANT: Caller = {
  origin: 'assistant',
  roles: ['Admin', 'User', 'Integrator', 'RoomControl'],
};
