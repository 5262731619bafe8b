import type { Device } from '../device/types.ts';
import type { Bubble } from './bubble.ts';
import type { Ears } from './ears.ts';
import type { SkillDirectory } from './skill-directory.ts';
import type { Speaker } from './skill-request.ts';
import type { TurnRecord } from './turn-record.ts';

/** Device time for which a bubble stays that no directive sends to sleep. */
export const STAY_MS = 8_000;

export interface TurnContext {
  readonly device: Device;
  readonly skills: SkillDirectory;
  readonly speaker: Speaker;
  readonly bubble: Bubble;
  readonly ears: Ears;
  readonly skillTimeoutMs: number | undefined;
  readonly signal: AbortSignal;
}

/** What a turn came to, beside what was watched meanwhile. */
export type Outcome = Pick<TurnRecord, 'skill' | 'request' | 'response' | 'played' | 'error'>;
