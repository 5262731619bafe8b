import type { Directive } from '#contract';
import { answer } from '../dialogue/answer.ts';
import { turnOf } from '../dialogue/turn.fixture.ts';
import type { Turn } from '../dialogue/turn.ts';
import { recordingLog } from '../log.fixture.ts';
import { createViews } from '../views/create-views.ts';
import { createSkills } from './index.ts';

/** The skills of this server for tests, with real views. */
export const skills = createSkills({
  views: createViews({
    publicUrl: 'https://rooms.example.com',
    secret: 'x'.repeat(32),
    pagesDirectory: '/none',
  }),
});

/** What a skill answers; a handler that fails makes the test fail. */
export async function tell(skill: string, text: string, more: Partial<Turn> = {}): Promise<Directive[]> {
  const found = skills.find(({ name }) => name === skill);
  if (!found) throw new Error(`There is no skill ${skill}.`);
  const log = recordingLog();
  const { directives } = await answer(found, turnOf(text, { skill, ...more }), { log });
  const [trouble] = log.lines;
  if (trouble) throw new Error(trouble.message, { cause: trouble.fields });
  return directives;
}

type Payload<Name extends Directive['name']> = Extract<Directive, { name: Name }>['payload'];

/** The payloads of the directives of one name. */
export const payloads = <Name extends Directive['name']>(directives: readonly Directive[], name: Name) =>
  directives
    .filter((directive) => directive.name === name)
    .map((directive) => directive.payload as Payload<Name>);

/** What is shown, as one text. */
export const shown = (directives: readonly Directive[]) =>
  payloads(directives, 'reply')
    .map(({ text }) => text)
    .join(' ');
