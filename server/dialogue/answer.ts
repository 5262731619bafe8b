import { directives, finishDirectives, SKILL_INTRO } from '#contract';
import { type Log, silentLog } from '../log.ts';
import { match, slotsOf } from './match.ts';
import type { Answer, Skill } from './skill.ts';
import { spokenWords } from './spoken-words.ts';
import type { Reply, Turn } from './turn.ts';
import { withDeadline } from './with-deadline.ts';

export interface AnswerOptions {
  readonly log?: Log;
  /** Told how long each of the two stages took, in milliseconds. */
  readonly onStage?: (stage: 'dialogue' | 'finish', ms: number) => void;
  /** How long a handler may take, in milliseconds; 4000 if not given. One that never yields cannot be stopped. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 4000;
const APOLOGY = 'Sorry, that did not work.';

/**
 * What a skill says to a turn. It never throws: a handler that fails, takes too long or answers what may not be
 * sent is logged, and the person hears an apology.
 */
export async function answer(skill: Skill, turn: Turn, options: AnswerOptions = {}): Promise<Reply> {
  const { log = silentLog, onStage, deadlineMs = DEADLINE_MS } = options;
  const timed = stopwatch(onStage);
  const apology = (error: unknown): Answer => {
    log.error({ skill: skill.name, err: error }, 'the skill failed to answer');
    return { directives: directives().say(APOLOGY) };
  };
  const given = await timed('dialogue', () => withDeadline(take(skill, turn, log), deadlineMs)).catch(
    apology,
  );
  return timed('finish', () => finish(given, turn)).catch((error) => finish(apology(error), turn));
}

/** Finds who takes the turn and lets them. */
async function take(skill: Skill, turn: Turn, log: Log): Promise<Answer> {
  const words = spokenWords(turn.text);
  if (turn.targetState !== null && turn.targetState !== SKILL_INTRO) {
    const target = skill.handlers.find((handler) => handler.intent === turn.targetState);
    if (target) return target.handle(turn, slotsOf(target, words) ?? {});
    log.warn(
      { skill: skill.name, targetState: turn.targetState },
      'no handler has the name of the target state',
    );
  }
  if (turn.targetState === SKILL_INTRO || words === '') return skill.introduction(turn, {});
  const found = match(skill.handlers, words, turn.allowedIntents);
  return found ? found.handler.handle(turn, found.slots) : skill.otherwise(turn, {});
}

function finish(given: Answer, turn: Turn): Reply {
  const set = given.next === undefined ? given.directives : given.directives.listen();
  return {
    directives: finishDirectives(set, { supported: turn.supportedDirectives }),
    frame: given.frame ?? turn.frame,
    targetState: given.next ?? null,
    allowedIntents: given.allowedIntents ?? [],
  };
}

function stopwatch(onStage: AnswerOptions['onStage']) {
  return async <Result>(stage: 'dialogue' | 'finish', work: () => Result): Promise<Awaited<Result>> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      onStage?.(stage, performance.now() - start);
    }
  };
}
