/**
 * - `unreachable`: no connection, or it broke.
 * - `timeout`: no whole answer in time.
 * - `refused`: the skill answered with a status other than 200.
 * - `bad-challenge`: the challenge is missing or another one, so the other side has not proved who it is.
 * - `bad-response`: the answer is no JSON, or not of the agreed shape.
 */
export type SkillCallErrorCode = 'unreachable' | 'timeout' | 'refused' | 'bad-challenge' | 'bad-response';

/** Why a skill could not be called. The message names the skill and is fit to show. */
export class SkillCallError extends Error {
  override readonly name = 'SkillCallError';

  constructor(
    readonly code: SkillCallErrorCode,
    message: string,
    /** HTTP status of the answer, where there was one. */
    readonly status?: number,
  ) {
    super(message);
  }
}
