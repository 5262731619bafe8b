import type { WebSocket } from 'ws';
import type { Json } from '../device/types.ts';
import type { WireFaults } from './faults.ts';

/** Bytes that may wait for a client that does not read, before it is cut off. */
const BACKLOG_MAX = 16 * 1024 * 1024;

/** Sends in order, later by the delay that the faults ask for. */
export class Outbox {
  /** When the last message that waits is due, in milliseconds of real time. */
  #lastDue = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly faults: WireFaults,
  ) {}

  send(message: Json): void {
    const text = JSON.stringify(message);
    const now = performance.now();
    const due = Math.max(this.#lastDue, now + this.faults.delayMs);
    this.#lastDue = due;
    if (due > now) setTimeout(() => this.#write(text), due - now);
    else this.#write(text);
  }

  #write(text: string): void {
    if (this.socket.bufferedAmount > BACKLOG_MAX) this.socket.terminate();
    else if (this.socket.readyState === this.socket.OPEN) this.socket.send(text);
  }
}
