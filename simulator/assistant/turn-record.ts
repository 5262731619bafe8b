import type { Directive, SkillRequestInput, SkillResponse } from '#contract';
import type { JournalEntry } from '../device/journal.ts';

/** The stages of a turn, in the order in which they happen (docs/architecture.md). */
export const STAGES = [
  'hear',
  'match',
  'encrypt',
  'send',
  'verify',
  'decrypt',
  'validate',
  'dialogue',
  'finish',
  'play',
  'macro',
] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds of real time, from the moment the Assistant heard the utterance. */
export interface StageTiming {
  readonly stage: Stage;
  readonly startedAt: number;
  readonly milliseconds: number;
}

/** One whole turn, from the utterance to the last xAPI command that it caused. Answer of `POST …/say`. */
export interface TurnRecord {
  readonly id: number;
  /** Device time, ISO 8601. */
  readonly at: string;
  /** As it was said. */
  readonly text: string;
  /** The skill that took it; `null` when none was called, and the Assistant answered by itself. */
  readonly skill: string | null;
  /** What was sent to the skill, decrypted, and what came back; `null` when nothing was. */
  readonly request: SkillRequestInput | null;
  readonly response: SkillResponse | null;
  /** The directives that were played, in order; a `sleep` or a page that failed says so. */
  readonly played: readonly { readonly directive: Directive; readonly error?: string }[];
  readonly stages: readonly StageTiming[];
  /** What the device did because of it, until it came to rest. */
  readonly effects: readonly JournalEntry[];
  readonly error: { readonly code: string; readonly message: string } | null;
}
