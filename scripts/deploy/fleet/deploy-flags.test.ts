import { describe, expect, test } from 'vitest';
import { checkFlags, type DeployFlags } from './deploy-flags.ts';

const NONE: DeployFlags = {
  host: [],
  group: [],
  all: false,
  only: [],
  dryRun: false,
  fix: false,
  strict: false,
  remove: false,
  rollback: false,
  watch: false,
  json: false,
};

describe('flags that do not go together', () => {
  test.each<[Partial<DeployFlags>, string]>([
    [{ all: true, host: ['room1'] }, '--all and --host do not go together: --all is every device already.'],
    [{ all: true, group: ['floor1'] }, '--all and --group do not go together'],
    [{ remove: true, rollback: true }, '--remove and --rollback do not go together'],
    [{ rollback: true, only: ['room-controls'] }, '--rollback and --only do not go together'],
    [{ remove: true, strict: true }, '--remove and --strict do not go together'],
    [{ watch: true, dryRun: true }, '--watch and --dry-run do not go together'],
    [{ watch: true, stopAfter: 2 }, '--watch and --stop-after do not go together'],
    [{ watch: true, report: 'a.json' }, '--watch and --report do not go together'],
  ])('%j', (flags, message) => {
    expect(() => checkFlags({ ...NONE, ...flags })).toThrow(message);
  });
});

test.each<Partial<DeployFlags>>([
  {},
  { host: ['room1'], group: ['floor1'] },
  { all: true, only: ['room-controls'], canary: 0, concurrency: 5, stopAfter: 1, json: true, report: 'a' },
  { remove: true, only: ['room-controls'], dryRun: true },
  { watch: true, host: ['room1'], only: ['room-controls'] },
])('go together: %j', (flags) => {
  expect(() => checkFlags({ ...NONE, ...flags })).not.toThrow();
});
