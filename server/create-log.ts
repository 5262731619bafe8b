import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

/** Names under which a secret could come into a line, at its top or one level down. */
const SECRETS = ['secret', 'signature', 'token', 'password', 'privateKey', 'authorization'];

/** The server's log: JSON lines, each with its time. What is named like a secret is left out. */
export function createLog(level: LevelWithSilent, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), remove: true },
    },
    destination,
  );
}
