export { type Assistant, AssistantClosedError, createAssistant } from './create-assistant.ts';
export { spokenName } from './invocation.ts';
export { createSkillDirectory, isCallable, type SkillDirectory, type SkillEntry } from './skill-directory.ts';
export type { Speaker } from './skill-request.ts';
export type { TurnRecord } from './turn-record.ts';
