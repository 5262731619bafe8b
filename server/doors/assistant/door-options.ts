import type { Skill } from '../../dialogue/skill.ts';
import type { TrustedProxies } from '../../http/trusted-proxies.ts';
import type { Log } from '../../log.ts';
import type { KeyRing } from './key-ring.ts';

export interface AssistantDoorOptions {
  /** The first one also takes what comes to `/parse`. */
  readonly skills: readonly Skill[];
  /** Takes what comes to `/parse` instead of the first. */
  readonly defaultSkill?: string | undefined;
  readonly keys: { ringOf(skill: string): KeyRing };
  readonly log: Log;
  /** Writes what people said into the log. */
  readonly logUtterances: boolean;
  /** How far from now a message's own time may be, to either side. */
  readonly freshnessSeconds: number;
  /** Requests per second and client; 0 sets no limit. */
  readonly ratePerSecond: number;
  /** Turns that are worked on at once. */
  readonly turnsInFlight: number;
  readonly trustedProxies: TrustedProxies;
  /** Takes requests without encryption and signature from programs on this machine. */
  readonly plainRequests: boolean;
  /** Adds the stages of the turn to the answer, as `Server-Timing`. */
  readonly serverTiming: boolean;
  /** Unix time in milliseconds; the real one when absent. */
  readonly now?: (() => number) | undefined;
}
