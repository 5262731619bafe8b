import { UserError } from '#scripts/lib/user-error';
import type { Check, CheckResult } from './check.ts';

/** Runs checks one after another, and passes over those that need one which has failed. */
export class Examination {
  readonly #results: CheckResult[] = [];

  get results(): readonly CheckResult[] {
    return this.#results;
  }

  /** Without a subject, because it could not be had, all of the checks are passed over. */
  async run<Subject>(checks: readonly Check<Subject>[], subject: Subject | undefined): Promise<void> {
    for (const check of checks) this.#results.push(await this.#result(check, subject));
  }

  isOk(name: string): boolean {
    return this.#results.find(({ check }) => check === name)?.state === 'ok';
  }

  async #result<Subject>(check: Check<Subject>, subject: Subject | undefined): Promise<CheckResult> {
    const lacking = check.needs.find((name) => !this.isOk(name));
    if (lacking !== undefined || subject === undefined) {
      return { check: check.name, state: 'skipped', found: `needs ${lacking ?? 'a connection'}`, mend: null };
    }
    try {
      return { mend: null, ...(await check.examine(subject)), check: check.name };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { check: check.name, state: 'mend', found: error.message, mend: null };
    }
  }
}
