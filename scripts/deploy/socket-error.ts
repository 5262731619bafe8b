import { ConnectionError, type ConnectionErrorCode } from './connection-error.ts';
import type { DeployTarget } from './target.ts';

type Cause = readonly [code: ConnectionErrorCode, text: string];

const REFUSED: Cause = ['refused', 'refuses the connection. Is the address right, and the device on?'];
const NO_TLS: Cause = ['unreachable', 'does not speak TLS there. Is the port right?'];
const UNVERIFIED: Cause = certificate('nobody we trust vouches for');
const EXPIRED: Cause = certificate('is not valid today; the clock of this machine may be wrong, too');

/** Node's and OpenSSL's names for what can go wrong below HTTP. */
const CAUSES: Readonly<Record<string, Cause>> = {
  ECONNREFUSED: REFUSED,
  ECONNRESET: REFUSED,
  ETIMEDOUT: ['timed-out', 'does not answer.'],
  EPROTO: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
  CERT_HAS_EXPIRED: EXPIRED,
  CERT_NOT_YET_VALID: EXPIRED,
  CERT_REJECTED: UNVERIFIED,
  CERT_REVOKED: UNVERIFIED,
  CERT_SIGNATURE_FAILURE: UNVERIFIED,
  CERT_UNTRUSTED: UNVERIFIED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNVERIFIED,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate('is for another name than this address'),
  INVALID_CA: UNVERIFIED,
  INVALID_PURPOSE: UNVERIFIED,
  SELF_SIGNED_CERT_IN_CHAIN: UNVERIFIED,
  UNABLE_TO_GET_ISSUER_CERT: UNVERIFIED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNVERIFIED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNVERIFIED,
};

function certificate(fault: string): Cause {
  return [
    'certificate',
    `shows a certificate that ${fault}. In devices.yaml, name its authority with ca: FILE, or keep the one it shows now with pin: true.`,
  ];
}

/** What kept a connection from being made, from the error that the socket gave. */
export function socketError({ label, address }: DeployTarget, error: Error): ConnectionError {
  const name = 'code' in error ? String(error.code) : '';
  const [code, text] = CAUSES[name] ?? ['unreachable', 'cannot be reached.'];
  return new ConnectionError(code, `${label} at ${address} ${text} (${name || error.message})`);
}
