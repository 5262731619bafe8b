import type { WebSocket } from 'ws';
import type { Json } from '../device/types.ts';
import type { WireFaults } from './faults.ts';

/** Bytes that may wait for a client that does not read, before it is cut off. */
const BACKLOG_MAX = 16 * 1024 * 1024;

/** Sends in order, later by the delay that the faults ask for. */
export class Outbox {
  readonly #delayed: { readonly text: string; readonly due: number }[] = [];

  constructor(
    private readonly socket: WebSocket,
    private readonly faults: WireFaults,
  ) {}

  send(message: Json): void {
    const text = JSON.stringify(message);
    if (this.#delayed.length === 0 && this.faults.delayMs === 0) {
      this.#write(text);
      return;
    }
    this.#delayed.push({ text, due: performance.now() + this.faults.delayMs });
    if (this.#delayed.length === 1) this.#waitForNext();
  }

  /** Only the first in the queue has a timer, so that none can overtake another. */
  #waitForNext(): void {
    const [next] = this.#delayed;
    if (!next) return;
    setTimeout(() => {
      this.#write(next.text);
      this.#delayed.shift();
      this.#waitForNext();
    }, next.due - performance.now());
  }

  #write(text: string): void {
    if (this.socket.bufferedAmount > BACKLOG_MAX) this.socket.terminate();
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(text);
  }
}
