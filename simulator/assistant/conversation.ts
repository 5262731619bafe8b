import type { SkillResponse } from '#contract';

type Values = Record<string, unknown>;

/** What the skills service keeps between the turns, while the Assistant listens. */
export interface Conversation {
  /** `null`: the Assistant was woken and waits to hear which skill is meant. */
  readonly skill: string | null;
  readonly frame: Values;
  /** The handler that takes the next turn. */
  readonly targetState: string | null;
  readonly allowedIntents: readonly string[];
  /** Only when the skill keeps one. */
  readonly history: unknown[] | undefined;
}

export const newConversation = (skill: string | null, targetState: string | null = null): Conversation => ({
  skill,
  frame: {},
  targetState,
  allowedIntents: [],
  history: undefined,
});

/** The conversation after a skill's answer: target and intents hold for one turn, frame and history until changed. */
export function afterResponse(conversation: Conversation, response: SkillResponse): Conversation {
  return {
    skill: conversation.skill,
    frame: response.frame ?? conversation.frame,
    targetState: response.params?.target_dialogue_state ?? null,
    allowedIntents: response.params?.allowed_intents ?? [],
    history: response.history ?? conversation.history,
  };
}
