import type { TurnRecord } from '../../state/control-types.ts';
import { Icon } from '../../ui/icon.tsx';

interface TurnPickerProps {
  readonly turns: readonly TurnRecord[];
  readonly shown: TurnRecord;
  onChoose(id: number): void;
}

/** Goes back and forth between the turns that are remembered. */
export function TurnPicker({ turns, shown, onChoose }: TurnPickerProps) {
  const at = turns.indexOf(shown);
  return (
    <nav class="turn-picker" aria-label="Turns">
      <Neighbour label="Earlier turn" icon="chevronLeft" turn={turns[at - 1]} onChoose={onChoose} />
      <span>
        {at + 1} of {turns.length}
      </span>
      <Neighbour label="Later turn" icon="chevronRight" turn={turns[at + 1]} onChoose={onChoose} />
    </nav>
  );
}

interface NeighbourProps {
  readonly label: string;
  readonly icon: 'chevronLeft' | 'chevronRight';
  readonly turn: TurnRecord | undefined;
  onChoose(id: number): void;
}

const Neighbour = ({ label, icon, turn, onChoose }: NeighbourProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={turn?.text}
    disabled={!turn}
    onClick={() => turn && onChoose(turn.id)}
  >
    <Icon name={icon} />
  </button>
);
