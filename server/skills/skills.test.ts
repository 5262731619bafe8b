import { expect, test } from 'vitest';
import { SKILL_INTRO } from '#contract';
import { SKILL_NAMES } from './index.ts';
import { shown, skills, tell } from './skills.fixture.ts';

test('the skills of this server, each under its own name', () => {
  expect(skills.map(({ name }) => name)).toEqual(['switch', 'switch-view', 'room']);
  expect(SKILL_NAMES).toEqual(skills.map(({ name }) => name));
});

test.each(skills)('$name introduces itself when asked to, and then listens', async ({ name }) => {
  const answered = await tell(name, 'turn on', { targetState: SKILL_INTRO });
  expect(shown(answered)).toMatch(/^This is the /);
  expect(answered.at(-1)?.name).toBe('listen');
  expect(await tell(name, '')).toEqual(answered);
});
