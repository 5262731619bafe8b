import type { Caller } from '../device/types.ts';

/** Whoever uses the control interface stands beside the device, so to speak: nothing is kept from them. */
export const CONTROL: Caller = {
  origin: 'control',
  roles: ['Admin', 'User', 'Integrator', 'RoomControl'],
};
