import { expect, test } from 'vitest';
import { directives } from '#contract';
import { defineSkill, on } from './define-skill.ts';

const silent = () => ({ directives: directives() });
const skillOf = (name: string, intents: string[]) =>
  defineSkill({
    name,
    handlers: intents.map((intent) => on(intent, /x/, silent)),
    introduction: silent,
    otherwise: silent,
  });

test('a handler has one pattern, several, or none', () => {
  expect(on('a', /x/, silent).patterns).toEqual([/x/]);
  expect(on('a', [/x/, /y/], silent).patterns).toEqual([/x/, /y/]);
  expect(on('a', [], silent).patterns).toEqual([]);
});

test.each(['switch', 'switch-view', '2048'])('a skill may be called %j', (name) => {
  expect(skillOf(name, []).name).toBe(name);
});

test.each(['', 'Switch', 'switch view', 'a/b', '-a', 'a--b', 'ä'])('a skill may not be called %j', (name) => {
  expect(() => skillOf(name, [])).toThrow(`The skill "${name}" needs a name`);
});

test('an intent that is there twice is refused when the skill is made', () => {
  expect(() => skillOf('test', ['a', 'b', 'a'])).toThrow('The skill "test" has the intent "a" twice.');
});
