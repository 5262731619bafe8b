import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const AUTH_PROTOCOL = /^auth-[\w-]+$/;

/** The subprotocol that carries credentials; the answer has to repeat it. */
export const authProtocol = (offered: Iterable<string>): string | undefined =>
  [...offered].find((protocol) => AUTH_PROTOCOL.test(protocol));

/** What a client shows to be let in: by subprotocol as jsxapi does, or by Basic as pyxows does. */
export function readCredentials({ headers }: IncomingMessage): Credentials | undefined {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  const protocol = authProtocol(protocols);
  if (protocol !== undefined) return decode(protocol.slice('auth-'.length));
  const [scheme = '', basic = ''] = (headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'basic' ? decode(basic) : undefined;
}

/** Node decodes both alphabets of base64, with and without padding. */
function decode(encoded: string): Credentials {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { username: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) };
}

/** Takes as long for a wrong password as for the right one. */
export function sameCredentials(given: Credentials, wanted: Credentials): boolean {
  const username = sameText(given.username, wanted.username);
  const password = sameText(given.password, wanted.password);
  return username && password;
}

const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string) => createHash('sha256').update(text).digest();
