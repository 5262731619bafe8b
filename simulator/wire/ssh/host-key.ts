import { generateKeyPairSync } from 'node:crypto';

/**
 * A host key of its own, as every device makes one, as PEM text. Not made by ssh2: one in two hundred of its Ed25519
 * keys is one that it cannot read itself (1.17.0).
 */
export const makeHostKey = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
