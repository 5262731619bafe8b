import type { Behaviors, Device } from '../types.ts';
export const messageBehaviors = (_: Device): Behaviors => ({});
