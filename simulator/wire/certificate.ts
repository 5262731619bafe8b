/** PEM texts of a private key and its certificate. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of its own, as every device has one from the box, valid a year for `localhost` and loopback. */
export async function selfSignedCertificate(commonName: string): Promise<Certificate> {
  // Loaded only to make one: it takes a tenth of a second, and a certificate that was kept needs it no more.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
