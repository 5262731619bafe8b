import type { DeviceConnection } from './connect.ts';
import { type LogLine, readLogLines } from './macro-log.ts';

/** What a device's macros say, from the moment on at which one listens. */
export class HeardLog {
  readonly lines: LogLine[] = [];
  #heard = () => {};

  /** Resolves when the device sends its log; what it says from then on is not missed. */
  static async begin(connection: DeviceConnection): Promise<HeardLog> {
    const log = new HeardLog();
    await connection.subscribe('Event Macros Log', (event) => {
      log.lines.push(...readLogLines(event));
      log.#heard();
    });
    return log;
  }

  /** Resolves when it is so, at once or by a line that comes; or with the other promise. */
  until(isSo: () => boolean, orElse: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#heard = () => {
        if (isSo()) resolve();
      };
      orElse.then(() => resolve(), reject);
      this.#heard();
    });
  }
}
