/** What was found, and, where it is not as it should be, what to type. */
export type Finding =
  | { readonly state: 'ok'; readonly found: string }
  | { readonly state: 'mend'; readonly found: string; readonly mend: string };

/** One thing that is looked at. Nothing is ever changed by it. */
export interface Check<Subject> {
  readonly name: string;
  /** Checks without whose success this one tells nothing. */
  readonly needs: readonly string[];
  /** @throws UserError when the device refuses to tell, which is a finding, too */
  examine(subject: Subject): Promise<Finding>;
}

/** One line of a report; `mend` is `null` where there is nothing to type. */
export interface CheckResult {
  readonly check: string;
  readonly state: 'ok' | 'mend' | 'skipped';
  readonly found: string;
  readonly mend: string | null;
}

export const ok = (found: string): Finding => ({ state: 'ok', found });
export const mend = (found: string, whatToType: string): Finding => ({
  state: 'mend',
  found,
  mend: whatToType,
});
