import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { StartError } from '../start-error.ts';

/** Paths of the certificate chain and of its private key, both PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/**
 * Reads certificate and key, and makes sure that they belong together.
 *
 * @throws StartError `bad-certificate`
 */
export async function readTls({ cert, key }: TlsFiles): Promise<SecureContextOptions> {
  try {
    const options: SecureContextOptions = {
      cert: await readFile(cert),
      key: await readFile(key),
      minVersion: 'TLSv1.2',
    };
    createSecureContext(options);
    return options;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError('bad-certificate', `${cert} and ${key} cannot be used for HTTPS: ${reason}`);
  }
}
