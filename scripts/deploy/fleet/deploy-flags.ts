import { UserError } from '#scripts/lib/user-error';

/** What `npm run deploy:macros` was asked, as commander reads it. */
export interface DeployFlags {
  readonly host: readonly string[];
  readonly group: readonly string[];
  readonly all: boolean;
  readonly only: readonly string[];
  readonly dryRun: boolean;
  readonly fix: boolean;
  readonly strict: boolean;
  readonly remove: boolean;
  readonly rollback: boolean;
  readonly watch: boolean;
  readonly json: boolean;
  readonly report?: string;
  readonly canary?: number;
  readonly concurrency?: number;
  readonly stopAfter?: number;
  readonly retries?: number;
  readonly stayUp?: number;
}

type Flag = keyof DeployFlags;

interface Contradiction {
  readonly flag: Flag;
  readonly with: readonly Flag[];
  readonly because: string;
}

const CONTRADICTIONS: readonly Contradiction[] = [
  { flag: 'all', with: ['host', 'group'], because: '--all is every device already' },
  { flag: 'remove', with: ['rollback'], because: 'the macros either go, or become what they were' },
  {
    flag: 'rollback',
    with: ['only', 'strict'],
    because: 'the set before comes back whole, as it was saved then',
  },
  { flag: 'remove', with: ['strict'], because: 'what goes need not fit the device' },
  {
    flag: 'watch',
    with: ['dryRun', 'remove', 'rollback', 'canary', 'stopAfter', 'json', 'report'],
    because: 'watching deploys again and again, to all of the devices, until Ctrl-C',
  },
];

/** @throws UserError `contradictory-flags` that names two of them and says why */
export function checkFlags(flags: DeployFlags): void {
  for (const { flag, with: others, because } of CONTRADICTIONS) {
    const other = others.find((name) => isGiven(flags[name]));
    if (!isGiven(flags[flag]) || other === undefined) continue;
    throw new UserError(
      'contradictory-flags',
      `${spelled(flag)} and ${spelled(other)} do not go together: ${because}.`,
      2,
    );
  }
}

const isGiven = (value: DeployFlags[Flag]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;

const spelled = (flag: Flag) => `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
