import { type AssistantEventName, type AssistantEventPayload, directives } from '#contract';
import type { Answer } from '../../dialogue/skill.ts';

/** Says something and has the device's macros do it; `instead` is said where no event can reach them. */
export const raise = <Name extends AssistantEventName>(
  event: Name,
  payload: AssistantEventPayload<Name>,
  says: string,
  instead: string,
): Answer => ({ directives: directives().say(says).assistantEvent(event, payload, { instead }) });
