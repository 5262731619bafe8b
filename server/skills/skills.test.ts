import { expect, test } from 'vitest';
import { SKILL_INTRO } from '#contract';
import { shown, skills, tell } from './skills.fixture.ts';

test('the skills of this server, each under its own name', () => {
  expect(skills.map(({ name }) => name)).toEqual(['switch', 'switch-view', 'room']);
});

test.each(skills)('$name introduces itself when asked to, and then listens', async ({ name }) => {
  const answered = await tell(name, 'turn on', { targetState: SKILL_INTRO });
  expect(shown(answered)).toMatch(/^This is the /);
  expect(answered.at(-1)?.name).toBe('listen');
  expect(await tell(name, '')).toEqual(answered);
});
