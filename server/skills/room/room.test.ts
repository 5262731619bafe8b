import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type AssistantEventName, assistantEventSchemas, DIRECTIVE_NAMES, UTTERANCE_MAX } from '#contract';
import { payloads, shown, tell } from '../skills.fixture.ts';

/** What people say, by what it must do to the room. */
const SENTENCES: [AssistantEventName, object, string[]][] = [
  [
    'room-lights',
    { on: true },
    [
      'turn on the lights',
      'turn the lights on',
      'switch the lights on please',
      'lights on',
      'Lights on!',
      'could you turn on the light',
      'put the lights on in here',
      'turn on all the lights',
      'turn on all of the lights',
      'all lights on',
      'make it bright',
      "it's too dark in here",
      'it’s too dark',
    ],
  ],
  [
    'room-lights',
    { on: false },
    [
      'turn off the lights',
      'turn the lights off, please',
      'lights off',
      'lights out',
      'switch off the lamp',
      'kill the lights',
      'make it dark',
      'make the room dark',
      "it's too bright",
      'please could you turn off the lights for us',
    ],
  ],
  [
    'room-blinds',
    { set: 100 },
    ['open the blinds', 'raise the blinds', 'blinds up', 'open the curtains all the way'],
  ],
  [
    'room-blinds',
    { set: 0 },
    ['close the blinds', 'lower the shades', 'blinds down', 'shut the blinds', 'draw the curtains'],
  ],
  [
    'room-blinds',
    { set: 50 },
    [
      'open the blinds halfway',
      'open the blinds half way',
      'half open the blinds',
      'blinds halfway',
      'set the blinds to half',
      'close the blinds half',
      'open the blinds to fifty percent',
    ],
  ],
  [
    'room-blinds',
    { set: 30 },
    ['set the blinds to 30 percent', 'open the blinds 30%', 'blinds to thirty percent open'],
  ],
  ['room-blinds', { set: 70 }, ['close the blinds to 30 percent', 'set the blinds to 30 percent closed']],
  [
    'room-blinds',
    { change: 20 },
    ['open the blinds a bit', 'open the blinds a little more', 'open the blinds by 20%'],
  ],
  ['room-blinds', { change: -20 }, ['close the blinds a bit', 'lower the blinds slightly']],
  [
    'room-temperature',
    { set: 21 },
    [
      'set the temperature to 21 degrees',
      'set temperature to twenty one',
      'temperature 21',
      '21 degrees',
      'twenty-one degrees please',
      'make it 21 degrees',
      'set the room to 21 degrees celsius',
      'turn the heating up to 21',
      'lower the temperature to 21 degrees',
      '21°C',
    ],
  ],
  [
    'room-temperature',
    { set: 21.5 },
    ['set it to 21.5 degrees', 'twenty one and a half degrees', 'make it 21,5 degrees'],
  ],
  [
    'room-temperature',
    { change: 2 },
    [
      'make it two degrees warmer',
      'two degrees warmer',
      '2 degrees warmer please',
      'make it warmer by 2 degrees',
      'raise the temperature by two degrees',
      'raise the temperature 2 degrees',
      'turn up the heating by two degrees',
      'turn the temperature up two degrees',
      'a couple of degrees warmer',
    ],
  ],
  [
    'room-temperature',
    { change: 1 },
    [
      'make it warmer',
      'warmer',
      'a bit warmer',
      'one degree warmer',
      'make it a degree warmer',
      "it's too cold",
      "I'm cold",
      'warm it up',
      'turn up the heat',
    ],
  ],
  ['room-temperature', { change: 0.5 }, ['half a degree warmer']],
  [
    'room-temperature',
    { change: -1 },
    [
      'make it cooler',
      'colder',
      "it's too hot in here",
      'cool it down a bit',
      'turn the heating down',
      'lower the temperature',
    ],
  ],
  [
    'room-temperature',
    { change: -3 },
    ['make the room three degrees cooler', 'reduce the temperature by 3 degrees'],
  ],
  [
    'room-volume',
    { set: 40 },
    ['set the volume to 40', 'volume forty', 'turn the volume up to 40 percent', 'volume at 40%'],
  ],
  [
    'room-volume',
    { change: 10 },
    ['volume up', 'turn up the volume', 'turn the volume up', 'turn it up', 'louder', 'make it a bit louder'],
  ],
  [
    'room-volume',
    { change: -10 },
    ['volume down', 'turn it down', 'quieter please', 'turn down the sound', 'make it quieter'],
  ],
  ['room-volume', { change: 25 }, ['turn the volume up by 25', 'volume up by twenty-five percent']],
];

const effects = SENTENCES.flatMap(([name, payload, sentences]) =>
  sentences.map((text) => ({ text, name, payload })),
);

describe('what is said', () => {
  test.each(effects)('$text → $name $payload', async ({ text, name, payload }) => {
    const answered = await tell('room', text);
    expect(payloads(answered, 'assistant-event')).toEqual([{ name, payload }]);
    expect(v.is(assistantEventSchemas[name], payload)).toBe(true);
    expect(answered.map((directive) => directive.name)).toEqual([
      'reply',
      'speak',
      'assistant-event',
      'sleep',
    ]);
  });

  test.each(effects)('$text is answered with the truth where no event arrives', async ({ text }) => {
    const supportedDirectives = DIRECTIVE_NAMES.filter((name) => name !== 'assistant-event');
    expect(shown(await tell('room', text, { supportedDirectives }))).toMatch(
      /^I can't reach the (lights|blinds|heating|loudspeakers) from here\.$/,
    );
  });

  test('is answered in few words, fit to be spoken', async () => {
    for (const { text } of effects)
      expect(shown(await tell('room', text))).toMatch(/^[A-Z][\w ]{8,50}\.$|^.*\d\.5.*\.$/);
    expect(shown(await tell('room', 'a degree warmer'))).toBe('Making it one degree warmer.');
    expect(shown(await tell('room', 'half a degree cooler'))).toBe('Making it half a degree cooler.');
    expect(shown(await tell('room', 'open the blinds by 80 percent'))).toBe(
      'Opening the blinds by 80 percent.',
    );
    expect(shown(await tell('room', 'blinds 30 percent'))).toBe('Setting the blinds to 30 percent open.');
  });
});

describe('a number that cannot be', () => {
  test.each([
    'set the temperature to 72 degrees',
    'minus five degrees',
    '500 degrees warmer',
    'zero degrees warmer',
    'set the blinds to 130 percent',
    'open the blinds by 500 percent',
    'volume 400',
    'volume up by 500',
    'volume up by 0.2',
  ])('%j does nothing, says what can be, and listens', async (text) => {
    const answered = await tell('room', text);
    expect(answered.map(({ name }) => name)).toEqual(['reply', 'speak', 'listen']);
    expect(shown(answered)).toMatch(/\?$/);
  });
});

describe('the dashboard', () => {
  test.each([
    'show the dashboard',
    'open the dashboard',
    'dashboard',
    'show me the dashboard please',
    'show us the room',
  ])('%j opens it', async (text) => {
    const answered = await tell('room', text);
    expect(answered.map(({ name }) => name)).toEqual([
      'reply',
      'speak',
      'display-web-view',
      'assistant-event',
      'sleep',
    ]);
    expect(payloads(answered, 'display-web-view')[0]?.url).toContain('/views/dashboard?token=');
    expect(payloads(answered, 'assistant-event')[0]?.name).toBe('page-opened');
  });

  test.each([
    'close it',
    'close',
    'close the dashboard',
    'hide the page',
    'hide it please',
    'dismiss',
    'close this',
    'go away',
    'take it away',
    'clear the screen',
  ])('%j closes it', async (text) => {
    expect((await tell('room', text)).map(({ name }) => name)).toEqual([
      'reply',
      'speak',
      'clear-web-view',
      'sleep',
    ]);
  });

  test('what cannot be shown or closed is not claimed', async () => {
    const supportedDirectives = ['reply', 'sleep'];
    expect(shown(await tell('room', 'dashboard', { supportedDirectives }))).toBe(
      "I can't show the dashboard here.",
    );
    expect(shown(await tell('room', 'close it', { supportedDirectives }))).toBe(
      "I can't close a page from here.",
    );
  });
});

describe('the conversation', () => {
  test.each([
    '',
    'help',
    'what can you do?',
    'what can I say',
    'turn on the beamer',
    'close the window of opportunity',
  ])('%j gives hints that are understood, and listens', async (text) => {
    const answered = await tell('room', text);
    expect(answered.at(-1)?.name).toBe('listen');
    const hints = payloads(answered, 'ui-hint').flatMap((payload) => payload.text);
    expect(hints.length).toBeGreaterThan(2);
    for (const hint of hints) expect((await tell('room', hint)).at(-1)?.name).toBe('sleep');
  });

  test.each(['never mind', 'no thanks', 'cancel', 'thank you', "that's all"])('%j ends it', async (text) => {
    expect(await tell('room', text)).toEqual([
      { name: 'reply', type: 'view', payload: { text: 'Ok.' } },
      { name: 'sleep', type: 'action', payload: { delay: 0 } },
    ]);
  });

  test.each(["don't turn off the lights", 'lights', 'turn it off', 'close the door', 'do not close it'])(
    '%j does nothing',
    async (text) => {
      expect((await tell('room', text)).map(({ name }) => name)).toEqual([
        'reply',
        'speak',
        'ui-hint',
        'listen',
      ]);
    },
  );
});

test('any sequence of words that a skill knows gets an answer', async () => {
  const words = fc.constantFrom(
    ...'turn on off the lights blinds close open it to by twenty one 5 percent degrees warmer volume a bit please'.split(
      ' ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 12 }), async (said) => {
      const answered = await tell('room', said.join(' '));
      expect(['listen', 'sleep']).toContain(answered.at(-1)?.name);
    }),
  );
});

test.each(['a ', 'please ', 'twenty ', 'the ', '. ', '9', 'close the blinds ', 'all of the '])(
  'an utterance of nothing but %j is answered: no pattern goes back and forth over it',
  async (piece) => {
    const hostile = piece.repeat(UTTERANCE_MAX / piece.length);
    for (const text of [hostile, `set the temperature to ${hostile}`, `${hostile}!`]) {
      expect((await tell('room', text)).at(-1)?.name).toBeDefined();
    }
  },
);
