import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  DIRECTIVE_NAMES,
  SignedMessageSchema,
  SkillRequestSchema,
  SkillResponseSchema,
  UTTERANCE_MAX,
} from '#contract';

/** The decrypted request that the Skills Reference Guide prints. */
const PRINTED = {
  text: 'hello',
  context: {
    orgId: '00000000-0000-0000-0000-000000000000',
    userId: '00000000-1111-1111-1111-000000000000',
    userType: null,
    developerDeviceId: '00000000-2222-2222-2222-000000000000',
    supportedDirectives: [...DIRECTIVE_NAMES],
  },
  params: {
    target_dialogue_state: null,
    time_zone: 'America/Los_Angeles',
    timestamp: 1638833645,
    language: 'en',
    locale: 'en_US',
    dynamic_resource: {},
    allowed_intents: [],
  },
  frame: {},
  challenge: '4f1cf832c0affcfb31afc841ca9fab2cd8243811131d37966ce2beba65d9a99d',
};

const accepts = (request: unknown) => v.safeParse(SkillRequestSchema, request).success;
const withParams = (params: object) => accepts({ ...PRINTED, params: { ...PRINTED.params, ...params } });

describe('a request', () => {
  test("the guide's is taken and comes out as it was", () => {
    expect(v.parse(SkillRequestSchema, PRINTED)).toEqual(PRINTED);
  });

  test('the challenge is all that it must have', () => {
    expect(v.parse(SkillRequestSchema, { challenge: 'c' })).toEqual({
      text: '',
      context: {},
      params: {},
      frame: {},
      challenge: 'c',
    });
    expect(accepts({ ...PRINTED, challenge: undefined })).toBe(false);
    expect(accepts({ ...PRINTED, challenge: '' })).toBe(false);
    expect(accepts({ ...PRINTED, challenge: 'x'.repeat(257) })).toBe(false);
  });

  test('every other field may be null or missing', () => {
    for (const empty of [null, undefined]) {
      const hollow = (record: object) => Object.fromEntries(Object.keys(record).map((key) => [key, empty]));
      expect(accepts({ ...hollow(PRINTED), history: empty, challenge: 'c' })).toBe(true);
      const inner = { context: hollow(PRINTED.context), params: hollow(PRINTED.params) };
      expect(accepts({ ...PRINTED, ...inner })).toBe(true);
    }
  });

  test('fields that nobody knows are passed over', () => {
    const more = { ...PRINTED, weather: 'fine', context: { ...PRINTED.context, mood: 1 } };
    expect(v.parse(SkillRequestSchema, more)).toEqual(PRINTED);
  });

  test('the moment may be in seconds or in milliseconds', () => {
    expect(withParams({ timestamp: 1638833645 })).toBe(true);
    expect(withParams({ timestamp: 1638833645123 })).toBe(true);
    for (const timestamp of [-1, '1638833645', Number.NaN, Number.POSITIVE_INFINITY, 1e16]) {
      expect(withParams({ timestamp })).toBe(false);
    }
  });

  test.each(['en', 'en_US', 'en-US', 'zh-Hant-TW', 'nb_NO'])('the locale %s is taken', (locale) => {
    expect(withParams({ locale })).toBe(true);
  });

  test.each(['', 'english', 'en_', '-US', 'en US', '../en', 'en_US;'])('the locale %j is not', (locale) => {
    expect(withParams({ locale })).toBe(false);
  });

  test('an utterance has its length', () => {
    expect(accepts({ ...PRINTED, text: 'x'.repeat(UTTERANCE_MAX) })).toBe(true);
    expect(accepts({ ...PRINTED, text: 'x'.repeat(100_000) })).toBe(false);
  });

  test.each(['step', 1, ['step']])('the frame %j is refused: it is no object', (frame) => {
    expect(accepts({ ...PRINTED, frame })).toBe(false);
  });

  test('a fault is found at its field', () => {
    const wrong = { ...PRINTED, context: { supportedDirectives: ['reply', 7] } };
    const { issues } = v.safeParse(SkillRequestSchema, wrong);
    const path = issues?.[0].path?.map(({ key }) => key);
    expect(path).toEqual(['context', 'supportedDirectives', 1]);
  });

  test('no JSON value makes it throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof accepts(value) === 'boolean'));
  });
});

describe('a response', () => {
  test("the guide's is taken and comes out as it was", () => {
    const text = 'This is the echo skill. Say something and I will echo it back.';
    const printed = {
      directives: [
        { name: 'reply', type: 'view', payload: { text } },
        { name: 'speak', type: 'action', payload: { text } },
        { name: 'listen', type: 'action', payload: {} },
      ],
      challenge: '520d1c22c9c33ed169997d62da855e60145320767f49a502270fee0e7fb59ff1',
    };
    expect(v.parse(SkillResponseSchema, printed)).toEqual(printed);
  });

  test('what the next turn needs may come with it', () => {
    const response = {
      directives: [],
      challenge: 'c',
      frame: { step: 2 },
      params: { target_dialogue_state: 'confirm', allowed_intents: ['yes', 'no'] },
      history: [{}],
    };
    expect(v.parse(SkillResponseSchema, response)).toEqual(response);
  });

  test('it must echo a challenge', () => {
    expect(v.safeParse(SkillResponseSchema, { directives: [] }).success).toBe(false);
  });
});

test('an envelope has a signature and a message', () => {
  const accepted = (value: unknown) => v.safeParse(SignedMessageSchema, value).success;
  expect(accepted({ signature: 's', message: 'm' })).toBe(true);
  expect(accepted({ signature: '', message: 'm' })).toBe(false);
  expect(accepted({ message: 'm' })).toBe(false);
  expect(accepted({ signature: 1, message: 'm' })).toBe(false);
});
