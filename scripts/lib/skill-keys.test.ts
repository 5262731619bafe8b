import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openMessage } from '#server/doors/assistant/open-message';
import { readKeyRing } from '#server/doors/assistant/read-key-ring';
import { sealMessage } from '#simulator/assistant/seal-message';
import { addSkillKeys, ensureSkillKeys, pairsOf, readSkillKeys, type SkillKeyPair } from './skill-keys.ts';

let directory: string;
let folder: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'keys-'));
  folder = join(directory, 'switch');
});

async function serverOpens(keys: SkillKeyPair): Promise<string> {
  const { ring, exposed } = await readKeyRing(folder);
  expect(exposed).toEqual([]);
  const { message, signature } = sealMessage('hello', keys);
  expect(ring.verify(message, signature)).toBe(true);
  return (await openMessage(message, ring)).text;
}

it('makes a key, its public half and a secret, each for the owner alone', async () => {
  const keys = await ensureSkillKeys(directory, 'switch', 2048);
  const files = ['switch.private.pem', 'switch.public.pem', 'switch.secret'];
  expect((await readdir(folder)).sort()).toEqual(files);
  for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  const pem = await readFile(join(folder, 'switch.private.pem'), 'utf8');
  expect(createPrivateKey(pem).asymmetricKeyDetails).toMatchObject({
    modulusLength: 2048,
    publicExponent: 65_537n,
  });
  expect(keys.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(keys.secret.length).toBeGreaterThanOrEqual(20);
});

it('makes what the server can use', async () => {
  expect(await serverOpens(await ensureSkillKeys(directory, 'switch', 2048))).toBe('hello');
});

it('leaves what is there, and makes what is missing', async () => {
  const made = await ensureSkillKeys(directory, 'switch', 2048);
  expect(await ensureSkillKeys(directory, 'switch', 2048)).toEqual(made);
  await rm(join(folder, 'switch.public.pem'));
  expect(await ensureSkillKeys(directory, 'switch', 2048)).toEqual(made);
});

it('adds pairs that are valid together, and reads the newest', async () => {
  const first = await ensureSkillKeys(directory, 'switch', 2048);
  expect(await addSkillKeys(directory, 'switch', 2048)).toBe('switch-2');
  const second = await readSkillKeys(folder);
  if (second === undefined) throw new Error('no pair was added');
  expect(second).not.toEqual(first);
  expect([await serverOpens(first), await serverOpens(second)]).toEqual(['hello', 'hello']);
});

it('counts on after an old pair was removed', async () => {
  await ensureSkillKeys(directory, 'switch', 2048);
  await addSkillKeys(directory, 'switch', 2048);
  for (const file of await readdir(folder)) {
    if (file.startsWith('switch.')) await rm(join(folder, file));
  }
  expect(await addSkillKeys(directory, 'switch', 2048)).toBe('switch-3');
  expect(await pairsOf(folder)).toEqual(['switch-2', 'switch-3']);
});

it('knows of no keys where there are none, or only half', async () => {
  expect(await readSkillKeys(folder)).toBeUndefined();
  await ensureSkillKeys(directory, 'switch', 2048);
  await rm(join(folder, 'switch.secret'));
  expect(await readSkillKeys(folder)).toBeUndefined();
});
