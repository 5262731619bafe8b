export {
  type AssistantEventName,
  type AssistantEventPayload,
  assistantEventSchemas,
  EventTextSchema,
} from './assistant-events.ts';
export { ContractError, contractError } from './contract-error.ts';
export { DirectiveSet, type DraftDirective, directives } from './directive-set.ts';
export {
  DIRECTIVE_NAMES,
  type Directive,
  type DirectiveName,
  DirectiveSchema,
  WEB_VIEW_TITLE_MAX,
  WEB_VIEW_URL_MAX,
} from './directives.ts';
export { type FinishOptions, finishDirectives } from './finish-directives.ts';
export { type PageName, PageNameSchema, type PageState, PageStateSchema } from './page.ts';
export { type DeviceReport, DeviceReportSchema, type Room, RoomSchema } from './room.ts';
export {
  type SignedMessage,
  SignedMessageSchema,
  SKILL_INTRO,
  type SkillRequest,
  type SkillRequestInput,
  SkillRequestSchema,
  type SkillResponse,
  SkillResponseSchema,
  UTTERANCE_MAX,
} from './skill-turn.ts';
