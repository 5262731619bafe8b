import type { ComponentChildren } from 'preact';
import type { TurnRecord } from '../../state/control-types.ts';
import { CallRow } from '../call-row.tsx';
import { DirectiveRow } from './directive-row.tsx';
import { formatMilliseconds, offsetOf, turnDuration } from './milliseconds.ts';
import { StageBars } from './stage-bars.tsx';

/** One turn, whole: what was said, how long each stage took, what was played, what the device did. */
export function TurnView({ turn, picker }: { turn: TurnRecord; picker: ComponentChildren }) {
  return (
    <section class="turn" aria-label="Turn">
      <div class="turn-head">
        <div class="turn-title">
          <p class="turn-text">“{turn.text}”</p>
          {picker}
        </div>
        <p class="turn-facts">
          {turn.skill === null ? 'Answered by the Assistant itself' : `Skill ${turn.skill}`}
          <span class="turn-total">{formatMilliseconds(turnDuration(turn.stages))}</span>
        </p>
        {turn.error && (
          <p class="turn-error" role="alert">
            {turn.error.message} <span class="mono">{turn.error.code}</span>
          </p>
        )}
      </div>
      <StageBars stages={turn.stages} />
      <h3 class="turn-part">Directives</h3>
      {turn.played.length === 0 && <p class="turn-none">None was played.</p>}
      {turn.played.map((played, index) => (
        <DirectiveRow played={played} key={index} />
      ))}
      <h3 class="turn-part">On the device</h3>
      {turn.effects.length === 0 && <p class="turn-none">Nothing happened there.</p>}
      {turn.effects.map((entry) => (
        <CallRow entry={entry} when={offsetOf(entry.at, turn.at)} key={entry.seq} />
      ))}
    </section>
  );
}
