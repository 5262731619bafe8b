import type * as v from 'valibot';

/** Something that was to cross a wire does not have the agreed shape. `field` is a dotted path into it. */
export class ContractError extends Error {
  override readonly name = 'ContractError';

  constructor(
    readonly subject: string,
    readonly field: string,
    readonly problem: string,
  ) {
    super(field ? `${subject}: ${field}: ${problem}` : `${subject}: ${problem}`);
  }
}

/** The first of valibot's issues as one error that names the subject and the field. */
export function contractError(subject: string, issues: readonly v.BaseIssue<unknown>[]): ContractError {
  const [issue] = issues;
  return new ContractError(subject, fieldOf(issue), issue?.message ?? 'is not of the agreed shape');
}

function fieldOf(issue: v.BaseIssue<unknown> | undefined): string {
  return (issue?.path ?? []).map((item) => String(item.key)).join('.');
}
