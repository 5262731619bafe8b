/** Where the server's rooms write what happened. A pino logger is one. No utterance and no secret goes in. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nowhere = () => undefined;

export const silentLog: Log = { debug: nowhere, info: nowhere, warn: nowhere, error: nowhere };
