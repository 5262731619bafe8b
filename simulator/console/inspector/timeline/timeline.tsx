import { computed, signal } from '@preact/signals';
import { unanswered } from '../../say/speak-up.ts';
import { latestTurn, turns } from '../../state/device-state.ts';
import { TurnPicker } from './turn-picker.tsx';
import { TurnView } from './turn-view.tsx';
import './timeline.css';

/** The turn that a person chose to look at; `null` follows the latest. */
const chosenId = signal<number | null>(null);

const shown = computed(() => turns.value.find(({ id }) => id === chosenId.value) ?? latestTurn.value);

/** From the utterance to what the device did, turn by turn. */
export function Timeline() {
  const turn = shown.value;
  if (!turn) {
    return (
      <p class="empty">
        {unanswered.value > 0
          ? 'The turn is under way.'
          : 'Say something, and see here how it travels: from the words to the commands.'}
      </p>
    );
  }
  const choose = (id: number) => {
    chosenId.value = id === latestTurn.value?.id ? null : id;
  };
  const picker = <TurnPicker turns={turns.value} shown={turn} onChoose={choose} />;
  return <TurnView turn={turn} picker={picker} key={turn.id} />;
}
