import { Listeners } from '../device/listeners.ts';

/** What can be made to go wrong between a device and its clients. Give the same to every listener of a device. */
export class WireFaults {
  /** Milliseconds of real time by which everything that the device sends comes later. */
  delayMs = 0;
  /** Nobody's password is right. */
  refusePassword = false;
  /** New connections are cut before a word is said. */
  refuseConnections = false;
  readonly #drops = new Listeners();

  /** Breaks every open connection, without a close message. */
  drop(): void {
    this.#drops.tell();
  }

  onDrop(listener: () => void): () => void {
    return this.#drops.add(listener);
  }
}
