import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { KeyRing } from './key-ring.ts';
import { RsaDecrypter } from './rsa-decrypter.ts';

const PRIVATE_KEY = '.private.pem';
const SECRET = '.secret';

/** The developer portal takes no shorter secret. */
const SECRET_MIN = 20;
const KEY_BITS_MIN = 2048;

export interface KeyFolder {
  readonly ring: KeyRing;
  /** Files that others than their owner may read. */
  readonly exposed: readonly string[];
}

/** The paths of a folder's keys and secrets, sorted; none when there is no such folder. */
export async function keyFilesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(PRIVATE_KEY) || name.endsWith(SECRET))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Reads every `*.private.pem` and `*.secret` of a folder.
 *
 * @throws StartError `bad-keys` that names the file
 */
export async function readKeyRing(folder: string): Promise<KeyFolder> {
  const files = await keyFilesOf(folder);
  const keys = await Promise.all(files.filter((file) => file.endsWith(PRIVATE_KEY)).map(readPrivateKey));
  const secrets = await Promise.all(files.filter((file) => file.endsWith(SECRET)).map(readSecret));
  const decrypters = await Promise.all(keys.map((key) => RsaDecrypter.create(key)));
  const modes = await Promise.all(files.map(async (file) => ({ file, mode: (await stat(file)).mode })));
  const exposed = modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ file }) => file);
  return { ring: new KeyRing(decrypters, secrets), exposed };
}

async function readPrivateKey(file: string): Promise<KeyObject> {
  const key = parsePrivateKey(await readFile(file, 'utf8'));
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key?.asymmetricKeyType !== 'rsa') {
    throw new StartError('bad-keys', `${file}: expected an RSA private key as PEM, without a passphrase`);
  }
  if (bits < KEY_BITS_MIN) {
    throw new StartError('bad-keys', `${file}: found ${bits} bits, expected at least ${KEY_BITS_MIN}`);
  }
  return key;
}

function parsePrivateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

async function readSecret(file: string): Promise<string> {
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < SECRET_MIN || /\s/.test(secret)) {
    throw new StartError('bad-keys', `${file}: expected one line of at least ${SECRET_MIN} characters`);
  }
  return secret;
}
