import { CommandRefused, ConnectionError } from '../connection-error.ts';
import type { DeployTarget } from '../target.ts';

/** What Webex answered instead of what was asked for; its `message` is given where it has one. */
export interface CloudRefusal {
  readonly status: number;
  readonly message: string;
}

const SCOPES =
  'spark:xapi_commands, spark:xapi_statuses, spark-admin:devices_read and spark-admin:devices_write';

/** What a request came to when Webex answered it with a status that is no success. */
export function cloudError(
  { label }: DeployTarget,
  request: string,
  { status, message }: CloudRefusal,
): CommandRefused | ConnectionError {
  switch (status) {
    case 401:
      return new ConnectionError(
        'bad-credentials',
        `${label}: Webex does not take the token: it is wrong, or its time is over (a personal one from developer.webex.com lasts 12 hours). Get a new one and put it where the token comes from.`,
      );
    case 403:
      return new ConnectionError(
        'no-permission',
        `${label}: the token may not do ${request}. It needs the scopes ${SCOPES}, and a user who administers the device. (${message})`,
        1,
      );
    case 429:
      return new ConnectionError(
        'too-many-connections',
        `${label}: Webex takes no more requests for now. Try again later, or deploy to fewer devices at once.`,
        1,
      );
    default:
      if (status < 500) return new CommandRefused(label, request, message);
      return new ConnectionError(
        'unreachable',
        `${label}: Webex does not reach it (${status}, ${message}).`,
        1,
      );
  }
}
