import { Listeners } from '../../device/listeners.ts';

/** What can be made to go wrong between the Webex REST API and its clients. */
export class CloudFaults {
  /** Milliseconds of real time by which every answer comes later. */
  delayMs = 0;
  /** The token's time is over. */
  expireToken = false;
  /** So many of the next requests are too many: 429. */
  limitNext = 0;
  /** What 429 says in its header `Retry-After`. */
  retryAfterSeconds = 1;
  /** So many of the next commands are accepted, and done, without an answer: 202. */
  acceptNext = 0;
  /** The cloud does not reach the devices. */
  offline = false;
  readonly #drops = new Listeners();

  /** Breaks every open connection. */
  drop(): void {
    this.#drops.tell();
  }

  onDrop(listener: () => void): () => void {
    return this.#drops.add(listener);
  }
}
