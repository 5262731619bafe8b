import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptCertificate } from './kept-certificate.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'certificate-'));
});

afterEach(() => rm(root, { recursive: true }));

test('the certificate is made once and kept', async () => {
  const made = await keptCertificate(root);
  expect(made.cert).toContain('BEGIN CERTIFICATE');
  expect(await keptCertificate(root)).toEqual(made);
});

test.each(['', 'no JSON', '{"key":"k","cert":"no certificate"}'])(
  '%j in its place is replaced',
  async (text) => {
    const { cert } = await keptCertificate(root);
    const file = join(root, '.data/simulated/certificate.json');
    await writeFile(file, text);
    const again = await keptCertificate(root);
    expect(again.cert).toContain('BEGIN CERTIFICATE');
    expect(again.cert).not.toBe(cert);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(again);
  },
);
