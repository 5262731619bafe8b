import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceMacro } from './device-macros.ts';
import { sortMacros, stagedName } from './kit-names.ts';
import { type WantedMacro, wantedBundle } from './macro-set.ts';
import { planMacros, setAfter, switchCommands } from './plan-macros.ts';
import { activeAfter } from './refusals.ts';
import { afterCommands, remaining, type SwitchCommand } from './switch-commands.ts';
import { commandsIn, switchMacro } from './switch-macro.ts';
import { testMacro } from './test-macro.ts';

const names = ['a', 'b', 'c', 'd'];
const anyMacro = fc.record({ name: fc.constantFrom(...names), version: fc.nat(2), isActive: fc.boolean() });
const anySet = fc.uniqueArray(anyMacro, { selector: ({ name }) => name });

const bundleOf = (name: string, version: number) => testMacro(name, `// ${version}`);
const deviceSet = (set: { name: string; version: number; isActive: boolean }[]): DeviceMacro[] =>
  set.map(({ name, version, isActive }) => ({ name, isActive, source: bundleOf(name, version).source }));
const wantedOf = (set: { name: string; version: number; isActive: boolean }[]): WantedMacro[] =>
  set.map(({ name, version, isActive }) => ({ ...wantedBundle(bundleOf(name, version)), isActive }));

/** With everything staged that has to be. */
const staged = (ours: DeviceMacro[], changes: ReturnType<typeof planMacros>): DeviceMacro[] => [
  ...ours,
  ...changes.flatMap(({ name, action, wanted }) =>
    action === 'save' && wanted ? [{ name: stagedName(name), isActive: false, source: wanted.source }] : [],
  ),
];

const plain = (macros: readonly { name: string; isActive: boolean; source: string }[]) =>
  macros
    .map(({ name, isActive, source }) => ({ name, isActive, source }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

describe('the commands of a switch-over', () => {
  test('lead from any set to any other', () => {
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        const [ours, wanted] = [deviceSet(before), wantedOf(after)];
        const changes = planMacros(wanted, ours, [], 'others');
        const reached = afterCommands(staged(ours, changes), switchCommands(changes));
        expect(plain(reached)).toEqual(plain(wanted));
        expect(plain(setAfter(changes, wantedOf(before)))).toEqual(plain(wanted));
      }),
    );
  });

  test('lead there from wherever they were cut off, and can be repeated', () => {
    fc.assert(
      fc.property(anySet, anySet, fc.nat(20), (before, after, cut) => {
        const [ours, wanted] = [deviceSet(before), wantedOf(after)];
        const changes = planMacros(wanted, ours, [], 'others');
        const commands = switchCommands(changes);
        const halfWay = afterCommands(staged(ours, changes), commands.slice(0, cut));
        expect(plain(afterCommands(halfWay, commands))).toEqual(plain(wanted));
        const done = afterCommands(halfWay, remaining(halfWay, commands));
        expect(plain(done)).toEqual(plain(wanted));
        expect(remaining(done, commands).filter(({ verb }) => verb !== 'Deactivate')).toEqual([]);
      }),
    );
  });

  test('never have more active on the way than before or after', () => {
    fc.assert(
      fc.property(anySet, anySet, (before, after) => {
        const ours = deviceSet(before);
        const changes = planMacros(wantedOf(after), ours, [], 'others');
        const count = (macros: readonly DeviceMacro[]) => macros.filter(({ isActive }) => isActive).length;
        const after_ = activeAfter(changes, sortMacros(ours));
        let macros: readonly DeviceMacro[] = staged(ours, changes);
        const most = Math.max(count(ours), after_);
        for (const command of switchCommands(changes)) {
          macros = afterCommands(macros, [command]);
          expect(count(macros)).toBeLessThanOrEqual(most);
        }
        expect(count(macros)).toBe(after_);
      }),
    );
  });
});

describe('the macro that finishes a switch-over', () => {
  const commands: SwitchCommand[] = [
    { verb: 'Remove', name: "it's" },
    { verb: 'Rename', name: 'a--next', newName: 'a' },
    { verb: 'Activate', name: 'a "b" `c`' },
  ];

  test('is one of ours, and tells the commands that it holds', () => {
    const source = switchMacro(commands);
    expect(commandsIn(source)).toEqual(commands);
    const saved = { name: 'kit--switch', isActive: true, source };
    expect(sortMacros([saved])).toMatchObject({ switch: saved, ours: [], foreign: [] });
  });

  test.each(['', '// mine\nconsole.log(1)', '// x\n// plan {', '// x\n// plan [{"verb":"RemoveAll"}]'])(
    'is not what somebody else wrote: %j',
    (source) => expect(commandsIn(source)).toBeUndefined(),
  );
});

describe('what foreign macros import', () => {
  const ours: DeviceMacro[] = [{ name: 'a', isActive: true, source: testMacro('a').source }];
  const planFor = (source: string) =>
    planMacros([], ours, [{ name: 'theirs', isActive: true, source }], 'others').map(({ action }) => action);

  test.each([
    "import x from './a';",
    'import{x}from"a"',
    "import './a.js'",
    "const x = require('./a')",
    "export * from './a'",
  ])('%s keeps it there', (source) => expect(planFor(source)).toEqual(['deactivate']));

  test.each(["import x from './ab';", '// from a to b', "console.log('a')"])('%s does not', (source) =>
    expect(planFor(source)).toEqual(['remove']),
  );
});
