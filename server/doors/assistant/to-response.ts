import type { SkillRequest, SkillResponse } from '#contract';
import type { Reply } from '../../dialogue/turn.ts';

/** What goes back: the directives, the challenge as it came, and what the service keeps until the next turn. */
export function toResponse(reply: Reply, request: SkillRequest): SkillResponse {
  return {
    directives: reply.directives,
    challenge: request.challenge,
    frame: { ...reply.frame },
    params: {
      target_dialogue_state: reply.targetState,
      allowed_intents: [...reply.allowedIntents],
    },
    history: request.history ?? [],
  };
}
