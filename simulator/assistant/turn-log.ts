import type { TurnRecord } from './turn-record.ts';

/** The turns of one device, oldest first; the oldest are forgotten past a bound. */
export interface TurnLog {
  readonly lastId: number;
  /** Turns with an id greater than `id`. */
  after(id: number): readonly TurnRecord[];
  /** Keeps the turn, with the next id. */
  add(turn: Omit<TurnRecord, 'id'>): TurnRecord;
  onTurn(listener: (turn: TurnRecord) => void): () => void;
}

const KEPT = 200;

export function createTurnLog(): TurnLog {
  const turns: TurnRecord[] = [];
  const listeners = new Set<(turn: TurnRecord) => void>();
  let lastId = 0;
  return {
    get lastId() {
      return lastId;
    },
    after: (id) => turns.filter((turn) => turn.id > id),
    add(turn) {
      lastId += 1;
      const kept = { id: lastId, ...turn };
      turns.push(kept);
      if (turns.length > KEPT) turns.shift();
      for (const listener of listeners) listener(kept);
      return kept;
    },
    onTurn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
