import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';
import { ControlError } from './control-error.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);
const LOOPBACK_PEER = /^(?:::ffff:)?127\.|^::1$/;

/**
 * Lets in only what this machine asks of itself: the peer is on loopback; the `Host` is a loopback name, so that a
 * foreign name which was made to point here (DNS rebinding) gets nothing; and a browser's request comes from the
 * console itself, not from another page.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const peer = getConnInfo(c).remote.address ?? '';
  if (!LOOPBACK_PEER.test(peer)) throw refused('The control interface answers on this machine only.');
  const host = c.req.header('host') ?? '';
  if (!LOOPBACK_HOSTS.has(host.replace(/:\d+$/, '').toLowerCase())) {
    throw refused(`The control interface is not called "${host}"; ask for 127.0.0.1 or localhost.`);
  }
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) {
    throw refused(`Pages of ${origin} may not use the control interface.`);
  }
  await next();
};

const refused = (message: string) => new ControlError(403, 'foreign-origin', message);
