import { ConnectionError, type ConnectionErrorCode } from './connection-error.ts';
import type { DeployTarget } from './target.ts';

/** Node's and OpenSSL's names for what can go wrong below HTTP. */
const CODES: Readonly<Record<string, ConnectionErrorCode>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ETIMEDOUT: 'timed-out',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  CERT_REVOKED: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
};

const TEXTS: Partial<Record<ConnectionErrorCode, string>> = {
  refused: 'refuses the connection. Is the address right, and the device on?',
  'timed-out': 'does not answer.',
  certificate:
    'shows a certificate that nobody we trust vouches for. In devices.yaml, name its authority with ca: FILE, or keep the one it shows now with pin: true.',
};

/** What kept a connection from being made, from the error that the socket gave. */
export function socketError({ label, address }: DeployTarget, error: Error): ConnectionError {
  const name = 'code' in error ? String(error.code) : '';
  const code = CODES[name] ?? 'unreachable';
  const text = TEXTS[code] ?? 'cannot be reached.';
  return new ConnectionError(code, `${label} at ${address} ${text} (${name || error.message})`);
}
