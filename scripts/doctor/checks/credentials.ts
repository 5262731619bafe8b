import { connectDevice, type DeviceConnection } from '#scripts/deploy/connect';
import { ConnectionError, type ConnectionErrorCode } from '#scripts/deploy/connection-error';
import type { DeployTarget } from '#scripts/deploy/target';
import { type Check, type Finding, mend, ok } from '../check.ts';
import type { Road } from './road-checks.ts';

/** The check that connects. Whoever runs it closes the connection. */
export class CredentialsCheck implements Check<Road> {
  readonly name = 'credentials';
  readonly needs = ['certificate'];
  #connection: DeviceConnection | undefined;

  /** There when the check was ok. */
  get connection(): DeviceConnection | undefined {
    return this.#connection;
  }

  async examine({ target, timeoutMs, signal }: Road): Promise<Finding> {
    try {
      this.#connection = await connectDevice(target, { signal, connectTimeoutMs: timeoutMs });
      return ok(target.transport === 'cloud' ? 'the token is taken' : `${target.username} is let in`);
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      const whatToType = REMEDIES[error.code]?.(target);
      if (whatToType === undefined) throw error;
      return mend(REASONS[error.code] ?? error.message, whatToType);
    }
  }
}

const REASONS: Partial<Record<ConnectionErrorCode, string>> = {
  'bad-credentials': 'username and password are not taken',
  'https-only': 'takes only HTTPS',
  'too-many-connections': 'has too many connections',
  rebooting: 'is starting',
};

const again = ({ name }: DeployTarget) => `npm run doctor -- --host ${name}`;

const REMEDIES: Partial<Record<ConnectionErrorCode, (target: DeployTarget) => string>> = {
  'bad-credentials': ({ transport, username }) =>
    transport === 'cloud'
      ? 'get a new token and set it in .env'
      : `correct the password in .env, or as an administrator: xCommand UserManagement User Passphrase Set Username: "${username}" NewPassphrase: "…"`,
  'https-only': ({ address }) => `write its address as ${address.replace(/^ws:/, 'wss:')}`,
  unreachable: () => 'xConfiguration NetworkServices Websocket: FollowHTTPService',
  'too-many-connections': (target) => `end some of them, then: ${again(target)}`,
  rebooting: (target) => `in a minute: ${again(target)}`,
  refused: (target) => `in a minute: ${again(target)}`,
  'timed-out': (target) => `in a minute: ${again(target)}`,
};
