import { askSkill } from './ask-skill.ts';
import { ownAnswer } from './own-answer.ts';
import { isHeard, routeUtterance } from './route-utterance.ts';
import { type Outcome, STAY_MS, type TurnContext } from './turn-context.ts';
import type { TurnRecord } from './turn-record.ts';
import { type TurnWatch, watchTurn } from './turn-watch.ts';
import { isAssistantOn, wake } from './wakefulness.ts';

const NOTHING: Outcome = { skill: null, request: null, response: null, played: [], error: null };

/** Takes one utterance from the microphones to the device at rest again. */
export async function takeTurn(text: string, context: TurnContext): Promise<Omit<TurnRecord, 'id'>> {
  const { device, bubble } = context;
  const at = new Date(device.clock.now()).toISOString();
  const watch = watchTurn(device.journal);
  try {
    const outcome = await hear(text, context, watch);
    await device.settled();
    return { at, text, ...outcome, ...watch.end() };
  } catch (error) {
    watch.end();
    bubble.hide();
    throw error;
  }
}

async function hear(text: string, context: TurnContext, watch: TurnWatch): Promise<Outcome> {
  const { device, bubble, ears, skills } = context;
  const deafness = whyDeaf(text, context);
  if (deafness) return { ...NOTHING, error: deafness };
  await watch.timeAsync('hear', () => wake(device));
  const names = skills.callable.map(({ name }) => name);
  const route = watch.time('match', () => routeUtterance(text, ears.listening, names));
  ears.close();
  bubble.think(text);
  if (route.to === 'skill') return askSkill(route, context, watch);
  return answerOneself(route.to, names, context);
}

function whyDeaf(text: string, { device, ears }: TurnContext): Outcome['error'] {
  if (!isAssistantOn(device)) {
    const message = 'The Assistant is switched off: Configuration UserInterface Assistant Mode is Off.';
    return { code: 'assistant-off', message };
  }
  if (isHeard(text, ears.listening)) return null;
  return { code: 'not-addressed', message: 'The Assistant does not listen: begin with “ok webex”.' };
}

/** The Assistant's own language processing, which the simulator does not have: it says so. */
function answerOneself(
  to: 'awake' | 'assistant',
  skills: readonly string[],
  { bubble, ears }: TurnContext,
): Outcome {
  const { text, hints } = ownAnswer(skills);
  if (hints.length > 0) bubble.hint(hints, 'Try saying');
  if (to === 'awake') {
    ears.listen();
    return NOTHING;
  }
  bubble.reply(text);
  bubble.hideAfter(STAY_MS);
  return { ...NOTHING, error: { code: 'no-skill', message: text } };
}
