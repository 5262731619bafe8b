import { answer } from '../../dialogue/answer.ts';
import type { Skill } from '../../dialogue/skill.ts';
import type { Log } from '../../log.ts';
import type { KeyRing } from './key-ring.ts';
import { isSealed, parseBody, readEnvelope } from './read-envelope.ts';
import { parseJson, readRequest } from './read-request.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { Stopwatch } from './stopwatch.ts';
import { toResponse } from './to-response.ts';
import { toTurn } from './to-turn.ts';
import { unseal } from './unseal.ts';

/** What a turn is taken with. */
export interface TurnTools {
  readonly ring: KeyRing;
  readonly replays: ReplayGuard;
  readonly log: Log;
  readonly now: () => number;
  /** Takes the request as the body itself. */
  readonly allowPlain: boolean;
}

export interface TakenTurn {
  /** JSON of a `SkillResponse`. */
  readonly response: string;
  readonly utterance: string;
  readonly watch: Stopwatch;
}

/**
 * One turn, from the body of the request to the body of the answer.
 *
 * @throws Refusal
 */
export async function takeTurn(body: string, skill: Skill, tools: TurnTools): Promise<TakenTurn> {
  const watch = new Stopwatch();
  const request = readRequest(await open(parseBody(body), tools, watch));
  const turn = toTurn(skill.name, request, tools.now());
  watch.end('validate');
  const reply = await answer(skill, turn, {
    log: tools.log,
    onStage: (stage) => stage === 'dialogue' && watch.end(stage),
  });
  const response = JSON.stringify(toResponse(reply, request));
  watch.end('finish');
  return { response, utterance: turn.text, watch };
}

async function open(body: unknown, tools: TurnTools, watch: Stopwatch): Promise<unknown> {
  if (tools.allowPlain && !isSealed(body)) return body;
  return parseJson(await unseal(readEnvelope(body), tools.ring, tools.replays, watch));
}
