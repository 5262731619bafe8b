export { type Assistant, type AssistantOptions, createAssistant } from './create-assistant.ts';
export { spokenName } from './invocation.ts';
export {
  createSkillDirectory,
  isCallable,
  type SkillAvailability,
  type SkillDirectory,
  type SkillEntry,
} from './skill-directory.ts';
export type { Speaker } from './skill-request.ts';
export type { TurnLog } from './turn-log.ts';
export { STAGES, type Stage, type StageTiming, type TurnRecord } from './turn-record.ts';
