import type { IncomingMessage } from 'node:http';
import type { Device } from '../device/types.ts';
import { type Credentials, readCredentials, sameCredentials } from './credentials.ts';
import type { WireFaults } from './faults.ts';

export interface Gate {
  readonly device: Device;
  readonly secure: boolean;
  readonly wanted: Credentials;
  readonly faults: WireFaults;
  /** No more connections fit. */
  isFull(): boolean;
}

/** Why an upgrade is refused, as an HTTP status; `undefined` when the client may come in. */
export function refusalOf(gate: Gate, request: IncomingMessage): number | undefined {
  if (!/^\/ws\/?(\?|$)/.test(request.url ?? '')) return 404;
  const mode = gate.device.peek(['Configuration', 'NetworkServices', 'HTTP', 'Mode']);
  const websocket = gate.device.peek(['Configuration', 'NetworkServices', 'Websocket']);
  if (mode === 'Off' || websocket === 'Off') return 404;
  if (!gate.secure && mode === 'HTTPS') return 401;
  const given = readCredentials(request);
  if (!given) return 401;
  if (gate.faults.refusePassword || !sameCredentials(given, gate.wanted)) return 403;
  return gate.isFull() ? 503 : undefined;
}
