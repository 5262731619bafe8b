import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { isLoopback } from './loopback.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** What the door needs of Node beneath a request. */
export interface NodeContext {
  Bindings: HttpBindings;
}

/** The address at the other end of the connection, IPv4 in its plain form. */
export function peerAddress(c: Context<NodeContext>): string {
  return (c.env.incoming.socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
}

/**
 * Whose request it is. Behind a trusted proxy that is the last entry of `X-Forwarded-For`, the one that the proxy
 * itself wrote; whatever stands before it anybody may have written.
 */
export function clientAddress(c: Context<NodeContext>, isTrusted: TrustedProxies): string {
  const peer = peerAddress(c);
  if (!isTrusted(peer)) return peer;
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? peer : last;
}

/** What a proxy adds, and what a browser adds when a page sends something: both may act for somebody elsewhere. */
const ON_BEHALF = ['x-forwarded-for', 'forwarded', 'via', 'origin'];

/** Did a program on this machine send it, for itself? */
export function isFromThisMachine(c: Context<NodeContext>): boolean {
  return isLoopback(peerAddress(c)) && ON_BEHALF.every((name) => c.req.header(name) === undefined);
}
