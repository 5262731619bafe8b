import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type SkillRequestInput, SkillRequestSchema } from '#contract';
import { toTurn } from './to-turn.ts';

const NOW = Date.UTC(2026, 10, 20);
const turnOf = (request: Omit<SkillRequestInput, 'challenge'>) =>
  toTurn('echo', v.parse(SkillRequestSchema, { ...request, challenge: 'c' }), NOW);

describe('toTurn', () => {
  it('fills in what the request does not say', () => {
    expect(turnOf({})).toEqual({
      skill: 'echo',
      text: '',
      language: 'en',
      locale: null,
      timeZone: 'UTC',
      moment: new Date(NOW),
      actor: null,
      organization: null,
      device: null,
      supportedDirectives: undefined,
      frame: {},
      targetState: null,
      allowedIntents: [],
      dynamicResource: {},
    });
  });

  it('reads the timestamp in seconds and in milliseconds', () => {
    const moment = new Date('2021-12-06T23:34:05.000Z');
    expect(turnOf({ params: { timestamp: 1_638_833_645 } }).moment).toEqual(moment);
    expect(turnOf({ params: { timestamp: 1_638_833_645_000 } }).moment).toEqual(moment);
  });

  it.each([
    ['en_US', 'en-US'],
    ['en-US', 'en-US'],
    ['EN_us', 'en-US'],
    ['nb', 'nb'],
    ['en-12', null],
  ])('reads the locale %s as %s', (locale, expected) => {
    expect(turnOf({ params: { locale } }).locale).toBe(expected);
  });

  it('takes the language from the locale where there is no other, in lower case', () => {
    expect(turnOf({ params: { locale: 'nb_NO' } }).language).toBe('nb');
    expect(turnOf({ params: { language: 'DE', locale: 'nb_NO' } }).language).toBe('de');
  });

  it('hands on only time zones and locales that Intl takes', () => {
    expect(turnOf({ params: { time_zone: 'Europe/Oslo' } }).timeZone).toBe('Europe/Oslo');
    expect(turnOf({ params: { time_zone: 'Europe/Atlantis' } }).timeZone).toBe('UTC');
  });

  it('knows no actor without an id', () => {
    expect(turnOf({ context: { userId: null, userType: 'guest' } }).actor).toBeNull();
    expect(turnOf({ context: { userId: 'u', userType: null } }).actor).toEqual({ id: 'u', type: null });
  });

  it('keeps the difference between no word on directives and none supported', () => {
    expect(turnOf({ context: {} }).supportedDirectives).toBeUndefined();
    expect(turnOf({ context: { supportedDirectives: [] } }).supportedDirectives).toEqual([]);
  });
});
