import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createOnce } from '#server/lib/create-once';

/** What the skill is registered with at the Assistant: public key as PEM, and the secret. */
export interface SkillKeyPair {
  readonly publicKey: string;
  readonly secret: string;
}

const PRIVATE_KEY = '.private.pem';

/**
 * The keys of a skill in `<directory>/<skill>/`: `<skill>.private.pem`, `<skill>.public.pem`, `<skill>.secret`, each
 * for its owner alone. What is missing is made, what is there stays.
 */
export async function ensureSkillKeys(directory: string, skill: string, bits = 4096): Promise<SkillKeyPair> {
  return ensurePair(join(directory, skill), skill, bits);
}

/** Adds a second (third, …) pair beside those that are there; all of them are valid until one is removed. */
export async function addSkillKeys(directory: string, skill: string, bits = 4096): Promise<string> {
  const folder = join(directory, skill);
  const taken = await pairsOf(folder);
  for (let number = taken.length + 1; ; number += 1) {
    const name = number === 1 ? skill : `${skill}-${number}`;
    if (taken.includes(name)) continue;
    await ensurePair(folder, name, bits);
    return name;
  }
}

/** The newest keys of a folder, those with the highest number; `undefined` when it holds no whole pair. */
export async function readSkillKeys(folder: string): Promise<SkillKeyPair | undefined> {
  const newest = (await pairsOf(folder)).at(-1);
  if (newest === undefined) return undefined;
  try {
    const privateKey = await readFile(join(folder, `${newest}${PRIVATE_KEY}`), 'utf8');
    const secret = await readFile(join(folder, `${newest}.secret`), 'utf8');
    return { publicKey: publicKeyOf(privateKey), secret: secret.trim() };
  } catch {
    return undefined;
  }
}

/** The names of a folder's pairs, the oldest first: `switch`, `switch-2`, … `switch-10`. */
export async function pairsOf(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith(PRIVATE_KEY))
    .map((file) => file.slice(0, -PRIVATE_KEY.length))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
}

async function ensurePair(folder: string, name: string, bits: number): Promise<SkillKeyPair> {
  const file = (ending: string) => join(folder, `${name}${ending}`);
  const privateKey = await createOnce(file(PRIVATE_KEY), () => newPrivateKey(bits));
  const publicKey = await createOnce(file('.public.pem'), () => publicKeyOf(privateKey));
  const secret = await createOnce(file('.secret'), () => `${randomBytes(24).toString('base64url')}\n`);
  return { publicKey, secret: secret.trim() };
}

async function newPrivateKey(bits: number): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const publicKeyOf = (privateKey: string): string =>
  createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }).toString();
