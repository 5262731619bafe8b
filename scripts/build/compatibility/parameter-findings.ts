import type { KnownParameter } from './api-leaf.ts';
import type { Finding } from './use-faults.ts';
import type { XapiUse } from './xapi-use.ts';

/** What a command's parameters have against what a macro sends. */
export function parameterFindings(use: XapiUse, known: readonly KnownParameter[]): Finding[] {
  const strange = use.params.filter((given) => !known.some(({ name }) => isSame(given, name)));
  const findings: Finding[] = strange.map((part) => ({ code: 'no-such-parameter', part }));
  if (use.unread.includes('params')) {
    return [...findings, { code: 'cannot-be-checked', part: 'with computed parameters' }];
  }
  const missing = known.filter(
    ({ name, isRequired }) => isRequired && !use.params.some((given) => isSame(given, name)),
  );
  return [
    ...findings,
    ...missing.map(({ name }): Finding => ({ code: 'missing-parameter', part: `without ${name}` })),
  ];
}

/** In any case of letters. `Option` may be sent as a list for `Option.1`, and `Header.2` is one more `Header`. */
function isSame(given: string, known: string): boolean {
  const [one, other] = [given.toLowerCase(), known.toLowerCase()];
  return one === other || one === withoutNumber(other) || withoutNumber(one) === other;
}

const withoutNumber = (name: string) => name.replace(/\.\d+$/, '');
