import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { contractError, type SkillRequestInput, type SkillResponse, SkillResponseSchema } from '#contract';
import { type SealingKeys, sealMessage } from './seal-message.ts';
import { parseServerTiming, placeServerStages, type ServerStage } from './server-timing.ts';
import { SkillCallError } from './skill-call-error.ts';
import { type Exchanged, type ExchangeOptions, exchange } from './skill-exchange.ts';
import type { StageTiming } from './turn-record.ts';

export { SkillCallError } from './skill-call-error.ts';

/** Where a skill listens. */
export interface SkillAddress {
  readonly name: string;
  readonly url: string;
}

/** A skill as its developer registered it; `publicKey` is PEM. */
export interface SkillRegistration extends SkillAddress, SealingKeys {}

/** A request as the caller writes it: the challenge is made afresh for each call. */
export type SkillRequestDraft = Omit<SkillRequestInput, 'challenge'>;

export interface InvokeOptions extends ExchangeOptions {
  /** Called with what is about to be sent, so that it is known of a call that fails, too. */
  readonly onRequest?: ((request: SkillRequestInput) => void) | undefined;
  /** Called as each stage ends; times are milliseconds from the start of the call. */
  readonly onStage?: ((timing: StageTiming) => void) | undefined;
}

export interface SkillInvocation {
  /** As it was sent, before encryption. */
  readonly request: SkillRequestInput;
  readonly response: SkillResponse;
  /** What the server says of its own stages; empty when it says nothing. */
  readonly serverTiming: readonly ServerStage[];
  /** `encrypt` and `send`, then the server's stages as far as known, laid into `send`. */
  readonly stages: readonly StageTiming[];
}

/**
 * One turn as the Assistant's skills service does it: fresh challenge, encrypted, signed, posted; the answer must
 * have status 200, the same challenge and the agreed shape.
 *
 * @throws SkillCallError
 */
export function invokeSkill(
  skill: SkillRegistration,
  draft: SkillRequestDraft,
  options: InvokeOptions = {},
): Promise<SkillInvocation> {
  return invoke(skill, draft, (text) => JSON.stringify(sealMessage(text, skill)), options);
}

/** The same without encryption or signature, for a skill server on this machine that was told to allow it. */
export function invokePlainSkill(
  skill: SkillAddress,
  draft: SkillRequestDraft,
  options: InvokeOptions = {},
): Promise<SkillInvocation> {
  return invoke(skill, draft, (text) => text, options);
}

/**
 * The health check: can the skill read what is encrypted and signed for it?
 *
 * @throws SkillCallError
 */
export async function checkSkill(skill: SkillRegistration, options: ExchangeOptions = {}): Promise<void> {
  const challenge = newChallenge();
  const url = new URL(skill.url);
  const sealed = sealMessage(challenge, skill);
  url.searchParams.set('signature', sealed.signature);
  url.searchParams.set('message', sealed.message);
  requireChallenge(skill, await exchange(skill, url, { method: 'GET' }, options), challenge);
}

async function invoke(
  skill: SkillAddress,
  draft: SkillRequestDraft,
  seal: (text: string) => string,
  options: InvokeOptions,
): Promise<SkillInvocation> {
  const stages = stopwatch(options.onStage);
  const request: SkillRequestInput = { ...draft, challenge: newChallenge() };
  options.onRequest?.(request);
  const body = seal(JSON.stringify(request));
  stages.end('encrypt');
  const headers = { 'content-type': 'application/json' };
  const answer = await exchange(skill, skill.url, { method: 'POST', headers, body }, options);
  const send = stages.end('send');
  const serverTiming = parseServerTiming(answer.headers.get('server-timing'));
  for (const placed of placeServerStages(send, serverTiming)) stages.add(placed);
  requireChallenge(skill, answer, request.challenge);
  return { request, response: readResponse(skill, answer.body), serverTiming, stages: stages.all };
}

const newChallenge = (): string => randomBytes(32).toString('hex');

function requireChallenge(skill: SkillAddress, { body }: Exchanged, challenge: string): void {
  const answered = v.safeParse(v.object({ challenge: v.string() }), body);
  if (answered.success && answered.output.challenge === challenge) return;
  const found = answered.success ? 'another challenge' : 'no challenge';
  throw new SkillCallError('bad-challenge', `${skill.name} answered with ${found}`, 200);
}

function readResponse(skill: SkillAddress, body: unknown): SkillResponse {
  const result = v.safeParse(SkillResponseSchema, body);
  if (result.success) return result.output;
  throw new SkillCallError(
    'bad-response',
    contractError(`the answer of ${skill.name}`, result.issues).message,
    200,
  );
}

function stopwatch(onStage: InvokeOptions['onStage']) {
  const origin = performance.now();
  const all: StageTiming[] = [];
  let startedAt = 0;
  const add = (timing: StageTiming): StageTiming => {
    all.push(timing);
    onStage?.(timing);
    return timing;
  };
  return {
    all,
    add,
    end(stage: StageTiming['stage']): StageTiming {
      const now = performance.now() - origin;
      const timing = { stage, startedAt, milliseconds: now - startedAt };
      startedAt = now;
      return add(timing);
    },
  };
}
