export { createAssistantDoor } from './create-assistant-door.ts';
export type { AssistantDoorOptions } from './door-options.ts';
export { SkillKeys } from './skill-keys.ts';
