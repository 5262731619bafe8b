import type { MacroBundle } from '../macro-bundle.ts';
import type { KnownPath } from './api-leaf.ts';
import type { CompatibilityFault } from './compatibility-fault.ts';
import { parameterFindings } from './parameter-findings.ts';
import { COMPUTED } from './xapi-path.ts';
import type { XapiUse } from './xapi-use.ts';

/** What a macro is and uses; all that a check of it needs. */
export type CheckedBundle = Pick<MacroBundle, 'name' | 'uses'>;

/** Something about one use. */
export interface Finding {
  readonly code: Exclude<CompatibilityFault['code'], 'unknown-device'>;
  /** What is said after the use's path: the name of a parameter. */
  readonly part: string;
}

/**
 * Puts what is found about the uses of a bundle into words.
 *
 * @param device as `Room Bar on 11.14`
 */
export function useFaults(
  bundle: CheckedBundle,
  device: string,
  findings: (use: XapiUse) => readonly Finding[],
): CompatibilityFault[] {
  return bundle.uses.flatMap((use) =>
    findings(use).map(({ code, part }): CompatibilityFault => {
      const what = [use.kind, use.path, part].filter(Boolean).join(' ');
      const note = use.optional ? ', but can do without' : '';
      return {
        code,
        use,
        message: `${bundle.name} uses ${what}, ${clause(code, device)}${note} (${use.place})`,
        blocks: code !== 'cannot-be-checked' && !use.optional,
      };
    }),
  );
}

/** Holds a use against what a device has at its path, if anything. */
export function findingsOf(use: XapiUse, known: KnownPath | undefined): Finding[] {
  if (!known) return [{ code: 'no-such-path', part: '' }];
  if (use.kind !== 'Command') {
    const isOpen = use.unread.includes('path') && !known.isComplete;
    return isOpen ? [{ code: 'cannot-be-checked', part: '…' }] : [];
  }
  // Where a name is computed, nobody knows which command it is and what it takes.
  if (use.path.includes(COMPUTED) || (use.unread.includes('path') && !known.isComplete)) {
    return [{ code: 'cannot-be-checked', part: '…' }];
  }
  return known.isComplete ? parameterFindings(use, known.parameters) : [{ code: 'no-such-path', part: '' }];
}

function clause(code: Finding['code'], device: string): string {
  if (code === 'cannot-be-checked') return `which cannot be checked for ${device}`;
  return code === 'missing-parameter' ? `which ${device} requires` : `which ${device} does not have`;
}
