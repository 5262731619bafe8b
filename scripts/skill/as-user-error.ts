import { SkillCallError } from '#simulator/assistant/skill-client';
import { UserError } from '../lib/user-error.ts';

const NEXT: Partial<Record<SkillCallError['code'], string>> = {
  unreachable: ' Does it run? Type: npm run serve',
  'bad-challenge': ' Is this the address of the skill?',
};

/** A skill that cannot be called is nothing that we did wrong; whatever else was thrown goes on. */
export function asUserError(error: unknown): never {
  if (!(error instanceof SkillCallError)) throw error;
  throw new UserError(error.code, `${error.message}.${NEXT[error.code] ?? ''}`.replace('..', '.'));
}
