import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** Where systems keep the certificates that their administrator trusts: Debian, Red Hat, Alpine and macOS. */
const SYSTEM_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
];

const contexts = new Map<string, SecureContext>();

/**
 * Whom to believe about certificates: those of a PEM file, or without one the system's authorities with Node's own.
 * `SSL_CERT_FILE` stands for the system's, as for OpenSSL; `NODE_EXTRA_CA_CERTS` adds to them. Kept, since reading
 * all of them takes longer than connecting.
 *
 * @throws Error when the file cannot be read
 */
export function authorities(caFile?: string): SecureContext {
  const key = caFile ?? '';
  const known = contexts.get(key);
  if (known) return known;
  const made = createSecureContext({ ca: caFile === undefined ? systemAuthorities() : readFileSync(caFile) });
  contexts.set(key, made);
  return made;
}

/** PEM texts. Node 20 cannot be told to ask the system once it runs. */
export function systemAuthorities({ SSL_CERT_FILE, NODE_EXTRA_CA_CERTS } = process.env): string[] {
  const system = (SSL_CERT_FILE ? [SSL_CERT_FILE] : SYSTEM_FILES).map(readIfThere).find(Boolean) ?? '';
  const extra = NODE_EXTRA_CA_CERTS ? readIfThere(NODE_EXTRA_CA_CERTS) : '';
  return [...rootCertificates, system, extra].filter(Boolean);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
