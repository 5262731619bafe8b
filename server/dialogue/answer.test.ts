import { afterEach, describe, expect, test, vi } from 'vitest';
import { directives, SKILL_INTRO } from '#contract';
import { recordingLog } from '../log.fixture.ts';
import { type AnswerOptions, answer } from './answer.ts';
import { defineSkill, on } from './define-skill.ts';
import type { Answer, Handle } from './skill.ts';
import { turnOf } from './turn.fixture.ts';
import type { Reply, Turn } from './turn.ts';

const says =
  (text: string, more: Partial<Answer> = {}): Handle =>
  () => ({ directives: directives().reply(text), ...more });

const skill = defineSkill({
  name: 'test',
  handlers: [
    on('greet', /^hello(?: (?<name>\w+))?$/i, (_turn, { name }) => ({
      directives: directives().reply(`Hello ${name ?? 'you'}.`),
    })),
    on('echo', /./, (turn) => ({ directives: directives().reply(turn.text) })),
    on('confirm', [], says('Confirmed.')),
    on('ask', /^ask$/, says('Sure?', { next: 'confirm', allowedIntents: ['greet'], frame: { step: 1 } })),
  ],
  introduction: says('Welcome.'),
  otherwise: says('What?'),
});

const textOf = ({ directives: list }: Reply) =>
  list.flatMap((directive) => (directive.name === 'reply' ? [directive.payload.text] : [])).join(' ');
const reply = async (text: string, more: Partial<Turn> = {}, options: AnswerOptions = {}) =>
  textOf(await answer(skill, turnOf(text, more), options));

/** The skill with one more handler, reached by its name. */
const failing = (handle: Handle) => ({ ...skill, handlers: [on('fail', [], handle)] });

afterEach(() => {
  vi.useRealTimers();
});

describe('who takes the turn', () => {
  test('the introduction, when asked for or when nothing was said', async () => {
    expect(await reply('hello', { targetState: SKILL_INTRO })).toBe('Welcome.');
    expect(await reply('')).toBe('Welcome.');
    expect(await reply('  . ')).toBe('Welcome.');
  });

  test('the first handler whose pattern fits, with its slots', async () => {
    expect(await reply('hello Ann')).toBe('Hello Ann.');
    expect(await reply('hello')).toBe('Hello you.');
    expect(await reply('good morning')).toBe('good morning');
  });

  test('spaces, case and punctuation make no difference, and handlers still see what was said', async () => {
    expect(await reply('  HELLO,   ann!')).toBe('Hello ann.');
    expect(await reply('Good  morning!')).toBe('Good  morning!');
  });

  test('the target state, whatever was said, with the slots of its pattern if that fits', async () => {
    expect(await reply('hello Ann', { targetState: 'greet' })).toBe('Hello Ann.');
    expect(await reply('Ann', { targetState: 'greet' })).toBe('Hello you.');
    expect(await reply('', { targetState: 'confirm' })).toBe('Confirmed.');
  });

  test('an unknown target state is logged and the text is matched', async () => {
    const log = recordingLog();
    expect(await reply('hello Ann', { targetState: 'gone' }, { log })).toBe('Hello Ann.');
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { skill: 'test', targetState: 'gone' } }]);
    expect(await reply('', { targetState: 'gone' })).toBe('Welcome.');
  });

  test('only allowed intents are matched', async () => {
    expect(await reply('hello Ann', { allowedIntents: ['echo'] })).toBe('hello Ann');
    expect(await reply('good morning', { allowedIntents: ['greet'] })).toBe('What?');
  });

  test('what nobody takes goes to otherwise', async () => {
    expect(await reply('hello', { allowedIntents: ['weather'] })).toBe('What?');
  });

  test('a pattern that remembers where it stopped fits every time', async () => {
    const sticky = { ...skill, handlers: [on('on', /on/g, says('On.'))] };
    for (let count = 0; count < 3; count += 1) {
      expect(textOf(await answer(sticky, turnOf('on')))).toBe('On.');
    }
  });
});

describe('what goes back', () => {
  test('a finished set that names no next handler, and the frame as it was', async () => {
    const { directives: list, ...rest } = await answer(skill, turnOf('hello', { frame: { count: 3 } }));
    expect(list.at(-1)).toMatchObject({ name: 'sleep' });
    expect(rest).toEqual({ frame: { count: 3 }, targetState: null, allowedIntents: [] });
  });

  test('with a next handler the device listens, and the new frame replaces the old', async () => {
    const turn = turnOf('ask', { targetState: 'ask', frame: { count: 3 } });
    const { directives: list, ...rest } = await answer(skill, turn);
    expect(list.at(-1)).toEqual({ name: 'listen', type: 'action', payload: {} });
    expect(rest).toEqual({ frame: { step: 1 }, targetState: 'confirm', allowedIntents: ['greet'] });
  });

  test('only what the other side supports', async () => {
    const { directives: list } = await answer(
      skill,
      turnOf('hello', { supportedDirectives: ['speak', 'listen'] }),
    );
    expect(list.map(({ name }) => name)).toEqual(['speak', 'listen']);
  });
});

describe('a handler that fails', () => {
  const cases: [string, Handle][] = [
    [
      'throws',
      () => {
        throw new Error('boom');
      },
    ],
    ['rejects', () => Promise.reject(new Error('boom'))],
    ['answers what may not be sent', () => ({ directives: directives().displayWebView('boom') })],
  ];

  test.each(cases)('that %s is logged and answered with an apology', async (_how, handle) => {
    const log = recordingLog();
    const turn = turnOf('secret words', { targetState: 'fail', frame: { kept: true } });
    const given = await answer(failing(handle), turn, { log });
    expect(given.directives.map(({ name }) => name)).toEqual(['reply', 'speak', 'sleep']);
    expect(textOf(given)).toMatch(/^Sorry/);
    expect(given).toMatchObject({ frame: { kept: true }, targetState: null, allowedIntents: [] });
    expect(log.lines).toMatchObject([{ level: 'error', fields: { skill: 'test', err: expect.any(Error) } }]);
    expect(JSON.stringify(log.lines)).not.toContain('secret words');
  });

  test('or takes longer than its deadline, likewise, and what comes later is dropped', async () => {
    vi.useFakeTimers();
    const log = recordingLog();
    let fail = (_error: Error) => {};
    const never = new Promise<Answer>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = answer(
      failing(() => never),
      turnOf('', { targetState: 'fail' }),
      { log, deadlineMs: 100 },
    );
    await vi.advanceTimersByTimeAsync(99);
    expect(log.lines).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(textOf(await waiting)).toMatch(/^Sorry/);
    expect(String(Object.values(log.lines[0]?.fields ?? {}))).toContain('took longer than 100 ms');
    fail(new Error('nobody waits for this'));
    await never.catch(() => undefined);
    expect(log.lines).toHaveLength(1);
  });

  test('is answered in a way that the other side supports', async () => {
    const turn = turnOf('', { targetState: 'fail', supportedDirectives: ['speak', 'sleep'] });
    const given = await answer(
      failing(() => Promise.reject(new Error('boom'))),
      turn,
    );
    expect(given.directives.map(({ name }) => name)).toEqual(['speak', 'sleep']);
  });
});

test('a turn leaves no timer behind', async () => {
  vi.useFakeTimers();
  await reply('hello');
  expect(vi.getTimerCount()).toBe(0);
});

test('the two stages are told, also when the first one fails', async () => {
  const stages: string[] = [];
  const onStage = (stage: string, ms: number) => {
    if (ms >= 0) stages.push(stage);
  };
  await reply('hello', {}, { onStage });
  expect(stages).toEqual(['dialogue', 'finish']);
  await answer(
    failing(() => Promise.reject(new Error('boom'))),
    turnOf('', { targetState: 'fail' }),
    { onStage },
  );
  expect(stages).toEqual(['dialogue', 'finish', 'dialogue', 'finish']);
});

test('a target state cannot reach what is no handler', async () => {
  for (const targetState of ['__proto__', 'constructor', 'introduction', '']) {
    expect(await reply('hello', { targetState })).toBe('Hello you.');
  }
});
