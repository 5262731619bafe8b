import type { Directive, SkillRequestInput, SkillResponse } from '#contract';
import { afterResponse, type Conversation } from './conversation.ts';
import { type PlayedDirective, playDirectives } from './play-directives.ts';
import type { Route } from './route-utterance.ts';
import { invokeSkill, SkillCallError, type SkillInvocation } from './skill-client.ts';
import { skillRequest } from './skill-request.ts';
import { type Outcome, STAY_MS, type TurnContext } from './turn-context.ts';
import type { TurnWatch } from './turn-watch.ts';

type SkillRoute = Extract<Route, { to: 'skill' }>;

/** Sends a turn to its skill and plays the answer. What goes wrong is on the bubble and in the outcome. */
export async function askSkill(route: SkillRoute, context: TurnContext, watch: TurnWatch): Promise<Outcome> {
  const { skill } = route.conversation;
  let request: SkillRequestInput | null = null;
  const onRequest = (sent: SkillRequestInput) => {
    request = sent;
  };
  try {
    const { response } = await invoke(route, context, watch, onRequest);
    const conversation = afterResponse(route.conversation, response);
    const played = await watch.timeAsync('play', () => play(response.directives, conversation, context));
    return { skill, request, response, played, error: endingError(skill, response) };
  } catch (error) {
    if (!(error instanceof SkillCallError)) throw error;
    context.bubble.complain(`${error.message}.`);
    context.bubble.hideAfter(STAY_MS);
    return {
      skill,
      request,
      response: null,
      played: [],
      error: { code: error.code, message: error.message },
    };
  }
}

function invoke(
  { conversation, text }: SkillRoute,
  { device, skills, speaker, skillTimeoutMs: timeoutMs, signal }: TurnContext,
  watch: TurnWatch,
  onRequest: (request: SkillRequestInput) => void,
): Promise<SkillInvocation> {
  const registration = skills.callable.find(({ name }) => name === conversation.skill);
  if (!registration) throw new RangeError(`There is no skill ${conversation.skill}.`);
  const calledAt = watch.now();
  return invokeSkill(registration, skillRequest(device, speaker, conversation, text), {
    signal,
    timeoutMs,
    onRequest,
    onStage: (timing) => watch.add({ ...timing, startedAt: calledAt + timing.startedAt }),
  });
}

async function play(
  directives: readonly Directive[],
  conversation: Conversation,
  { device, bubble, ears }: TurnContext,
): Promise<PlayedDirective[]> {
  const listen = () => ears.listen(conversation);
  const sleep = (delayMs: number) => {
    ears.close();
    bubble.hideAfter(delayMs);
  };
  const played = await playDirectives(directives, { device, bubble, listen, sleep });
  if (!endsProperly(directives)) sleep(STAY_MS);
  return played;
}

/** “You must end the set with either a listen or sleep directive” (Skills Reference Guide). */
function endsProperly(directives: readonly Directive[]): boolean {
  const last = directives.at(-1)?.name;
  return last === 'listen' || last === 'sleep';
}

function endingError(skill: string, { directives }: SkillResponse): Outcome['error'] {
  if (endsProperly(directives)) return null;
  const last = directives.at(-1);
  const found = last ? `ends with ${last.name}` : 'is empty';
  const message = `The set of directives of ${skill} ${found}; it must end with listen or sleep.`;
  return { code: 'no-ending', message };
}
