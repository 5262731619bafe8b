import type { Behaviors, Device } from '../types.ts';
export const extensionBehaviors = (_: Device): Behaviors => ({});
