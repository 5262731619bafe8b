export { createAssistantDoor } from './create-assistant-door.ts';
export { SkillKeys } from './skill-keys.ts';
