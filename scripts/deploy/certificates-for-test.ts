import { generate } from 'selfsigned';
import type { Certificate } from '#simulator/wire/certificate';

interface Making {
  readonly host?: string;
  /** Signs; without it the certificate signs itself. */
  readonly authority?: Certificate;
  readonly notAfterDate?: Date;
}

/** An authority of its own, as companies have one. */
export async function makeAuthority(name: string): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return { key, cert };
}

/** The certificate of a device at a host, `127.0.0.1` when absent. */
export async function makeCertificate({
  host = '127.0.0.1',
  authority,
  notAfterDate,
}: Making = {}): Promise<Certificate> {
  const altName = /^[\d.]+$/.test(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'device' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...(notAfterDate && { notAfterDate, notBeforeDate: new Date(0) }),
    ...(authority && { ca: authority }),
    extensions: [
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [altName] },
    ],
  });
  return { key, cert };
}
