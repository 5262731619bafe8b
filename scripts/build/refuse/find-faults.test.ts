import { describe, expect, test } from 'vitest';
import { resolveScopes } from '../syntax/resolve-scopes.ts';
import { parseModule } from '../syntax/syntax-tree.ts';
import { findFaults } from './find-faults.ts';

/** What the faults of a bundle begin with: the code at their places. */
function faultsIn(code: string): string[] {
  const tree = parseModule(code);
  const faults = findFaults(tree, resolveScopes(tree));
  return faults.map(({ offset }) => /^(new )?[\w.]+/.exec(code.slice(offset))?.[0] ?? '');
}

describe('a name is no fault when it is the macro’s own', () => {
  test.each([
    'const URL = 1; console.log(URL);',
    'function fetch() {} fetch();',
    'fetch(); function fetch() {}',
    'console.log(fetch); var fetch = 1;',
    'class Buffer {} new Buffer();',
    "import URL from 'xapi'; console.log(URL);",
    "import * as process from 'xapi'; console.log(process);",
    "import { a as window } from 'xapi'; console.log(window);",
    'const f = (URL, { process, a: [crypto = 1], ...Buffer }) => [URL, process, crypto, Buffer];',
    'try {} catch (location) { console.log(location); }',
    'try {} catch ({ message: name }) { console.log(name); }',
    'for (const self of []) console.log(self);',
    'for (let top = 0; top < 1; top++) console.log(top);',
    'const f = function fetch() { return fetch; };',
    'const C = class URL { make() { return URL; } };',
    'function f() { if (true) { var status = 1; } return status; }',
    'switch (1) { case 1: let event = 1; console.log(event); }',
    'class A { static { var crypto = 1; console.log(crypto); } }',
  ])('%s', (code) => {
    expect(faultsIn(code)).toEqual([]);
  });
});

describe('a name is no fault where it is no variable', () => {
  test.each([
    'console.log({ URL: 1 }.URL, [].process?.Buffer);',
    'const { URL: a, process: { crypto: b } } = {};',
    'class A { fetch() {} URL = 1; static process() {} get window() { return 1; } }',
    'fetch: for (;;) { break fetch; }',
    'const a = 1; export { a as fetch };',
    "export { URL } from 'xapi';",
    "export * as URL from 'xapi';",
    "import { fetch as a } from 'xapi'; console.log(a);",
  ])('%s', (code) => {
    expect(faultsIn(code)).toEqual([]);
  });
});

describe('what a device has is no fault', () => {
  test.each([
    'console.log(Math.max(1), JSON.stringify({}), new Map(), Promise.allSettled([]), BigInt(1), undefined);',
    'const timer = setInterval(() => clearInterval(timer), 1); setTimeout(() => {}, 1);',
    'console.log(_main_macro_name(), module.name, globalThis.mine, btoa(encodeURIComponent("ä")));',
    'function f() { return arguments.length; }',
    "console.log(new RegExp('a', 'gimsuy'), RegExp('a'));",
  ])('%s', (code) => {
    expect(faultsIn(code)).toEqual([]);
  });
});

describe('asking whether a global is there is no fault, nor is using it after that', () => {
  test.each([
    'console.log(typeof URL, typeof globalThis.fetch);',
    "console.log(typeof URL === 'function' ? new URL('a:b') : null);",
    "if (typeof fetch !== 'undefined' && true) { fetch('a'); }",
    "typeof crypto < 'u' && crypto.randomUUID();",
    "typeof structuredClone === 'undefined' || structuredClone({});",
  ])('%s', (code) => {
    expect(faultsIn(code)).toEqual([]);
  });

  test.each([
    ["if (typeof URL === 'function') fetch('a');", 'fetch'],
    ["if (fetch && typeof URL === 'function') {}", 'fetch'],
  ])('but: %s', (code, ...expected) => {
    expect(faultsIn(code)).toEqual(expected);
  });
});

describe('a global is a fault', () => {
  test.each([
    ['where a variable of that name is known elsewhere only', '{ const URL = 1; } new URL("a:b");', 'URL'],
    ['where a block has a function of that name', '{ function fetch() {} } fetch();', 'fetch'],
    [
      'behind a variable of another function',
      '(() => { var process = 1; })(); process.exit();',
      'process.exit',
    ],
    ['as a shorthand', 'console.log({ URL });', 'URL'],
    ['as a computed name', 'console.log({ [location]: 1 }[history]);', 'location', 'history'],
    ['as a default value', 'const f = (a = URL) => a;', 'URL'],
    ['in a pattern that is assigned', '({ a: name } = {});', 'name'],
    ['of globalThis', 'globalThis.fetch("a");', 'globalThis.fetch'],
    ['in a class', 'class A extends EventTarget {}', 'EventTarget'],
    ['in an export', 'export { fetch as load };', 'fetch'],
    ['each time it stands there', 'fetch(); fetch();', 'fetch', 'fetch'],
  ])('%s', (_, code, ...expected) => {
    expect(faultsIn(code)).toEqual(expected);
  });
});

test('functions and flags that came after ES2020 are faults, of the built-in objects only', () => {
  expect(faultsIn('Object.hasOwn({}, "a"); Promise.any([]); new RegExp("a", "v");')).toEqual([
    'Object.hasOwn',
    'Promise.any',
    'new RegExp',
  ]);
  expect(
    faultsIn('const Object = {}; Object.hasOwn(); Promise.all([]); const flags = "v"; RegExp("a", flags);'),
  ).toEqual([]);
});
