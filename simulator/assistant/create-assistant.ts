import type { Device } from '../device/types.ts';
import { createBubble } from './bubble.ts';
import { createEars } from './ears.ts';
import type { SkillDirectory } from './skill-directory.ts';
import type { Speaker } from './skill-request.ts';
import { takeTurn } from './take-turn.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';
import type { TurnRecord } from './turn-record.ts';
import { watchSleep } from './wakefulness.ts';

export interface AssistantOptions {
  readonly device: Device;
  readonly skills: SkillDirectory;
  readonly speaker: Speaker;
  /** How long a skill may take, in milliseconds of real time; 10 seconds when absent. */
  readonly skillTimeoutMs?: number | undefined;
}

export interface Assistant {
  /**
   * One utterance, as the microphones would bring it. What goes wrong with the skill is in the record, not thrown.
   * Utterances are taken one after the other.
   */
  hear(text: string): Promise<TurnRecord>;
  readonly turns: TurnLog;
  /** Gives up the turn that is under way, which rejects with AssistantClosedError. */
  close(): void;
}

/** The turn was given up because the Assistant was closed. */
export class AssistantClosedError extends Error {
  override readonly name = 'AssistantClosedError';
}

export function createAssistant(options: AssistantOptions): Assistant {
  const { device, skills, speaker, skillTimeoutMs } = options;
  const turns = createTurnLog();
  const bubble = createBubble(device.screen, device.clock);
  const ears = createEars(bubble);
  const closing = new AbortController();
  const stopWatching = watchSleep(device, () => {
    ears.close();
    bubble.hide();
  });
  let previous: Promise<unknown> = Promise.resolve();
  const take = async (text: string) => {
    closing.signal.throwIfAborted();
    const context = { device, skills, speaker, skillTimeoutMs, bubble, ears, signal: closing.signal };
    return turns.add(await takeTurn(text, context));
  };
  return {
    turns,
    hear(text) {
      const turn = previous.then(() => take(text));
      previous = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closing.abort(new AssistantClosedError(`The Assistant of ${device.name} was closed.`));
      stopWatching();
      bubble.hide();
    },
  };
}
