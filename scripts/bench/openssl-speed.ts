import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * RSA-4096 private operations per second of this machine on `cores` cores at once, by `openssl speed`. One turn
 * costs one of them, so this is the most that any server could answer.
 */
export async function rsaPrivateOperations(cores: number, seconds: number): Promise<number> {
  const args = ['speed', '-seconds', String(seconds), '-multi', String(cores), 'rsa4096'];
  const { stdout } = await promisify(execFile)('openssl', args);
  return parseSpeed(stdout);
}

/** Of a line such as `rsa 4096 bits 0.004074s 0.000064s    245.5  15734.2` the signatures per second. */
export function parseSpeed(output: string): number {
  const line = /^rsa\s*4096 bits\s+\S+s\s+\S+s(?:\s+\S+s\s+\S+s)?\s+([\d.]+)/m.exec(output);
  if (!line?.[1]) throw new Error(`openssl speed printed no line for rsa 4096:\n${output}`);
  return Number(line[1]);
}
