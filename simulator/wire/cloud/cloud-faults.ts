import { WireFaults } from '../faults.ts';

/** What else can be made to go wrong between the Webex REST API and its clients. No password means no token, here. */
export class CloudFaults extends WireFaults {
  /** So many of the next requests are too many: 429. */
  limitNext = 0;
  /** What 429 says in its header `Retry-After`. */
  retryAfterSeconds = 1;
  /** So many of the next commands are accepted, and done, without an answer: 202. */
  acceptNext = 0;
  /** The cloud does not reach the devices. */
  offline = false;
}
