import { X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { createOnce } from '#server/lib/create-once';
import { type Certificate, selfSignedCertificate } from '#simulator/wire/certificate';

const CertificateSchema = v.object({ key: v.string(), cert: v.string() });

/** Making one costs more than everything else at the start, and a device keeps its own as well. */
export async function keptCertificate(root: string): Promise<Certificate> {
  const file = join(root, '.data/simulated/certificate.json');
  const kept = await readOrMake(file);
  if (kept && isValid(kept)) return kept;
  await rm(file, { force: true });
  const made = await readOrMake(file);
  if (!made) throw new Error(`${file} cannot be read although it was just made`);
  return made;
}

async function readOrMake(file: string): Promise<Certificate | undefined> {
  const text = await createOnce(file, async () =>
    JSON.stringify(await selfSignedCertificate('simulated device')),
  );
  try {
    return v.parse(CertificateSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isValid({ cert }: Certificate): boolean {
  try {
    return Date.parse(new X509Certificate(cert).validTo) > Date.now();
  } catch {
    return false;
  }
}
