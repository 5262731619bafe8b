import type { DeployTarget } from '#scripts/deploy/target';
import { cloudAddress } from '#scripts/deploy/transports/cloud-address';

/** Where the first byte goes: the device itself, or the REST API that reaches it. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  /** TLS is spoken there. */
  readonly isTls: boolean;
}

const PORTS: Readonly<Record<string, number>> = { 'wss:': 443, 'https:': 443, 'ssh:': 22 };
const HTTP_PORT = 80;

/** @throws ConnectionError of an address that is none */
export function endpointOf(target: DeployTarget): Endpoint {
  const address = target.transport === 'cloud' ? cloudAddress(target).api : target.address;
  const { protocol, hostname, port } = new URL(address);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (PORTS[protocol] ?? HTTP_PORT),
    isTls: protocol === 'wss:' || protocol === 'https:',
  };
}
