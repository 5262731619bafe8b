import { once } from 'node:events';
import type { Server } from 'node:net';
import { StartError } from '../start-error.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Takes the next free port where this one is taken. */
  readonly orNext: boolean;
}

/** How many ports are tried in all; beyond that somebody is taking them on purpose. */
const ATTEMPTS = 100;

/**
 * Makes the server listen, and answers the port.
 *
 * @throws StartError `port-taken`, and whatever else the system says
 */
export async function listen(server: Server, { host, port, orNext }: ListenOptions): Promise<number> {
  const last = orNext && port !== 0 ? Math.min(port + ATTEMPTS - 1, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (await tryPort(server, host, candidate)) return portOf(server);
  }
  const taken = last === port ? `Port ${port} is taken.` : `The ports ${port} to ${last} are taken.`;
  throw new StartError(
    'port-taken',
    `${taken} Choose another one: --port N, or --port 0 for any that is free.`,
  );
}

async function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
