import { createPrivateKey } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealMessage, signMessage } from '#simulator/assistant/seal-message';
import { keptLog } from './fixtures/test-door.ts';
import { makeKeys, type TestKeys } from './fixtures/test-keys.ts';
import { openMessage } from './open-message.ts';
import { SkillKeys } from './skill-keys.ts';

const [first, second] = [makeKeys(), makeKeys()];
const pem = ({ privateKey }: TestKeys) => privateKey.export({ type: 'pkcs8', format: 'pem' });

let directory: string;
let opened: SkillKeys[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skill-keys-'));
  opened = [];
});
afterEach(async () => {
  for (const keys of opened) keys.close();
  await rm(directory, { recursive: true });
});

async function put(name: string, text: string | Buffer, mode = 0o600): Promise<void> {
  await mkdir(join(directory, 'switch'), { recursive: true });
  await writeFile(join(directory, 'switch', name), text, { mode });
  await chmod(join(directory, 'switch', name), mode);
}

async function putPair(name: string, keys: TestKeys): Promise<void> {
  await put(`${name}.private.pem`, pem(keys));
  await put(`${name}.secret`, `${keys.secret}\n`);
}

async function open() {
  const { log, lines } = keptLog();
  const keys = await SkillKeys.open({ directory, skills: ['switch'], log, intervalMs: 3_600_000 });
  opened.push(keys);
  return { keys, lines };
}

/** Can the skill take what is sealed with these? */
async function takes(keys: SkillKeys, sender: TestKeys): Promise<boolean> {
  const { message, signature } = sealMessage('hello', sender);
  const ring = keys.ringOf('switch');
  if (!ring.verify(message, signature)) return false;
  return openMessage(message, ring).then(
    ({ text }) => text === 'hello',
    () => false,
  );
}

describe('SkillKeys', () => {
  it('takes every pair of the folder, which is how keys are changed without a gap', async () => {
    await putPair('switch', first);
    const { keys } = await open();
    expect([await takes(keys, first), await takes(keys, second)]).toEqual([true, false]);
    await putPair('switch-2', second);
    await keys.check();
    expect([await takes(keys, first), await takes(keys, second)]).toEqual([true, true]);
    await rm(join(directory, 'switch/switch.private.pem'));
    await rm(join(directory, 'switch/switch.secret'));
    await keys.check();
    expect([await takes(keys, first), await takes(keys, second)]).toEqual([false, true]);
  });

  it('reads a file again that was written over', async () => {
    await putPair('switch', first);
    const { keys } = await open();
    await putPair('switch', second);
    await keys.check();
    expect([await takes(keys, first), await takes(keys, second)]).toEqual([false, true]);
  });

  it('is not complete without a key or a secret, and says what to type', async () => {
    const { keys, lines } = await open();
    expect(keys.incomplete).toEqual(['switch']);
    expect(lines.map(({ text }) => text)).toEqual(['switch has no keys; type: npm run skill -- keys switch']);
    await put('switch.private.pem', pem(first));
    await keys.check();
    expect(keys.incomplete).toEqual(['switch']);
    await put('switch.secret', first.secret);
    await keys.check();
    expect(keys.incomplete).toEqual([]);
  });

  it.each([
    ['switch.private.pem', 'no key at all', 'expected an RSA private key as PEM'],
    ['switch.secret', 'too short', 'expected one line of at least 20 characters'],
    ['switch.secret', 'one line of a secret\nand another line', 'expected one line'],
  ])('refuses to start with a %s that holds "%s"', async (name, text, message) => {
    await putPair('switch', first);
    await put(name, text);
    await expect(open()).rejects.toMatchObject({
      code: 'bad-keys',
      message: expect.stringContaining(message),
    });
    await expect(open()).rejects.toThrow(join(directory, 'switch', name));
  });

  it('refuses a key that is too short, or that has a passphrase', async () => {
    await put('switch.private.pem', pem(makeKeys(1024)));
    await expect(open()).rejects.toThrow('found 1024 bits, expected at least 2048');
    const sealed = first.privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'word',
    });
    await put('switch.private.pem', sealed);
    await expect(open()).rejects.toThrow('without a passphrase');
  });

  it('takes a key in the older PKCS#1 form', async () => {
    const key = first.privateKey.export({ type: 'pkcs1', format: 'pem' });
    expect(createPrivateKey(key).asymmetricKeyType).toBe('rsa');
    await put('switch.private.pem', key);
    await put('switch.secret', first.secret);
    expect(await takes((await open()).keys, first)).toBe(true);
  });

  it('stays with the former keys while the new ones cannot be used', async () => {
    await putPair('switch', first);
    const { keys, lines } = await open();
    await put('switch-2.private.pem', '-----BEGIN PRIVATE KEY-----\nhalf wri');
    await keys.check();
    expect(await takes(keys, first)).toBe(true);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    await putPair('switch-2', second);
    await keys.check();
    expect(await takes(keys, second)).toBe(true);
  });

  it('warns of files that others may read, and uses them', async () => {
    await putPair('switch', first);
    await put('switch.secret', first.secret, 0o644);
    const { keys, lines } = await open();
    expect(lines.map(({ level, text }) => [level, text])).toContainEqual([
      'warn',
      `others may read it; type: chmod 600 ${join(directory, 'switch/switch.secret')}`,
    ]);
    expect(await takes(keys, first)).toBe(true);
  });

  it('knows nothing of a skill that is not its own', async () => {
    await putPair('switch', first);
    const ring = (await open()).keys.ringOf('../switch');
    expect(ring.isComplete).toBe(false);
    expect(ring.verify('message', signMessage('message', first.secret))).toBe(false);
  });
});
