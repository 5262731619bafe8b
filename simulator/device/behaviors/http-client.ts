import type { Behaviors, Device } from '../types.ts';
export const httpClientBehaviors = (_: Device): Behaviors => ({});
