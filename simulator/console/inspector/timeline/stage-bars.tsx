import type { Stage, StageTiming } from '../../../assistant/turn-record.ts';
import { formatMilliseconds } from './milliseconds.ts';
import { placeBars } from './place-bars.ts';

/** What happens in each stage, for who does not know the words. */
const MEANINGS: Readonly<Record<Stage, string>> = {
  hear: 'The Assistant hears the words',
  match: 'It finds the skill that they call',
  encrypt: 'It encrypts and signs the request',
  send: 'The request travels to the skill server and back',
  verify: 'The server checks the signature',
  decrypt: 'It decrypts the message',
  validate: 'It checks the request’s shape',
  dialogue: 'The skill makes its answer',
  finish: 'The answer is made ready to send',
  play: 'The device plays the directives',
  macro: 'Macros act on what they were told',
};

/** Each stage as a bar where and as long as it took. */
export function StageBars({ stages }: { stages: readonly StageTiming[] }) {
  return (
    <ol class="stages" aria-label="Stages">
      {placeBars(stages).map(({ stage, milliseconds, left, width }) => (
        <li class="stage-row" key={stage} title={MEANINGS[stage]}>
          <span class="stage-name">{stage}</span>
          <span class="stage-track">
            <span
              class={`stage-bar stage-bar-${SIDES[stage]}`}
              style={{ left: `${left}%`, width: `${width}%` }}
            />
          </span>
          <span class="stage-time">{formatMilliseconds(milliseconds)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Where a stage happens: the Assistant, the skill server or the device. */
const SIDES: Readonly<Record<Stage, 'assistant' | 'server' | 'device'>> = {
  hear: 'assistant',
  match: 'assistant',
  encrypt: 'assistant',
  send: 'assistant',
  verify: 'server',
  decrypt: 'server',
  validate: 'server',
  dialogue: 'server',
  finish: 'server',
  play: 'device',
  macro: 'device',
};
