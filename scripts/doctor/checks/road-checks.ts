import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import type { DeployTarget } from '#scripts/deploy/target';
import { type Check, type Finding, mend, ok } from '../check.ts';
import { endpointOf } from '../endpoint.ts';
import { examineCertificate } from './certificate.ts';

/** On the way to a device. */
export interface Road {
  readonly target: DeployTarget;
  /** For each step of its own. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Whether there is a way to the device at all, and whether the right one stands at its end. */
export const ROAD_CHECKS: readonly Check<Road>[] = [
  { name: 'address', needs: [], examine: examineAddress },
  { name: 'port', needs: ['address'], examine: examinePort },
  { name: 'certificate', needs: ['port'], examine: examineCertificate },
];

async function examineAddress({ target }: Road): Promise<Finding> {
  const { host } = endpointOf(target);
  if (isIP(host)) return ok(host);
  try {
    const { address } = await lookup(host);
    return ok(`${host} is ${address}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return mend(
      `the name ${host} is not known (${code})`,
      `correct the address of ${target.name}, or write its IP address: wss://10.0.0.5`,
    );
  }
}

function examinePort({ target, timeoutMs, signal }: Road): Promise<Finding> {
  const { host, port } = endpointOf(target);
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs, signal });
    const end = (finding: Finding) => {
      socket.destroy();
      resolve(finding);
    };
    const nobody = (reason: string) =>
      mend(
        `nobody answers at ${host}, port ${port} (${reason})`,
        `switch the device on, and see whether this machine may reach it: nc -vz ${host} ${port}`,
      );
    socket.once('connect', () => end(ok(`${host}, port ${port} answers`)));
    socket.once('timeout', () => end(nobody(`${timeoutMs / 1000} s of silence`)));
    socket.once('error', (error: NodeJS.ErrnoException) => end(nobody(error.code ?? error.message)));
  });
}
