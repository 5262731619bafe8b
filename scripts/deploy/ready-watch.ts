import { UserError } from '#scripts/lib/user-error';
import type { DeviceConnection } from './connect.ts';
import { isReadyLine, type LogLine, type MacroIdentity, readLogLines } from './macro-log.ts';

/** Lines of the log that an error shows of each macro. */
const SHOWN = 10;

/** Follows a device's macro log until each macro has said that it is ready, or that it could not start. */
export class ReadyWatch {
  readonly #lines: LogLine[] = [];
  #heard = () => {};

  private constructor(private readonly label: string) {}

  /** Resolves when the device sends its log; what it says from then on is not missed. */
  static async begin(connection: DeviceConnection): Promise<ReadyWatch> {
    const watch = new ReadyWatch(connection.target.label);
    await connection.subscribe('Event Macros Log', (event) => {
      watch.#lines.push(...readLogLines(event));
      watch.#heard();
    });
    return watch;
  }

  /** @throws UserError `macro-not-ready` with what the macros that failed have logged */
  async allReady(macros: readonly MacroIdentity[], timeoutMs: number): Promise<void> {
    const isTold = () => macros.every((macro) => this.#isReady(macro) || this.#hasFailed(macro));
    await this.#until(isTold, timeoutMs);
    const failed = macros.filter((macro) => !this.#isReady(macro));
    if (failed.length > 0) throw this.#notReady(failed, timeoutMs);
  }

  #until(isOver: () => boolean, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#heard = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
      this.#heard();
    });
  }

  #isReady(macro: MacroIdentity): boolean {
    return this.#lines.some((line) => isReadyLine(macro, line));
  }

  #hasFailed({ name }: MacroIdentity): boolean {
    return this.#lines.some(({ message }) => message.startsWith(`${name} could not start: `));
  }

  #notReady(failed: readonly MacroIdentity[], timeoutMs: number): UserError {
    const reports = failed.map(({ name }) => {
      const lines = this.#lines.filter(({ macro }) => macro === name || macro === '[system]').slice(-SHOWN);
      const reason = this.#hasFailed({ name, hash: '' })
        ? 'could not start'
        : `has not said within ${timeoutMs / 1000} s that it is ready`;
      const log = lines.map(({ level, macro, message }) => `\n  ${level} ${macro}: ${message}`).join('');
      return `${this.label}: ${name} is saved and active, but ${reason}. ${log ? `Its log:${log}` : 'It logged nothing.'}`;
    });
    return new UserError('macro-not-ready', reports.join('\n'));
  }
}
