import { CommandRefused, ConnectionError } from './connection-error.ts';

/** The device's numbers for what is no fault of the request itself (docs/simulator.md, the wire). */
const NO_PERMISSION = -31999;
const NOT_READY = -31997;

/** What a request came to when the device answered it with `{code, message}`. */
export function requestError(label: string, request: string, answer: unknown): Error {
  if (answer instanceof Error) return answer;
  const { code, message } = Object(answer) as { code?: unknown; message?: unknown };
  if (code === NO_PERMISSION) {
    return new ConnectionError(
      'no-permission',
      `${label}: this user may not do ${request}. Give it the role Admin on the device, or use another user.`,
      1,
    );
  }
  if (code === NOT_READY) {
    return new ConnectionError('rebooting', `${label} is not ready yet. Try again in a minute.`, 1);
  }
  return new CommandRefused(label, request, message === undefined ? String(answer) : String(message));
}
