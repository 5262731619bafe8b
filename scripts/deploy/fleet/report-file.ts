import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '#scripts/lib/user-error';

/** A file for the report that is known to be writable before any device is touched. */
export class ReportFile {
  readonly #file: string;

  /** @throws UserError `bad-report-file` */
  constructor(root: string, file: string) {
    this.#file = resolve(root, file);
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      closeSync(openSync(this.#file, 'a'));
    } catch (error) {
      throw new UserError('bad-report-file', `The report cannot be written to ${file}: ${error}`, 2);
    }
  }

  /** Whoever reads meanwhile finds the old report or the new one, whole. */
  write(report: object): void {
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(report, null, 2)}\n`);
    renameSync(draft, this.#file);
  }
}
