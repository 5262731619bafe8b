import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, readRequest } from './read-request.ts';
import { Refusal } from './refusal.ts';

const CHALLENGE = 'a'.repeat(64);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bad-request') return error.message;
    throw error;
  }
  throw new Error('was taken');
}

describe('readRequest', () => {
  it('passes over what the guide does not name, and fills in what may be missing', () => {
    expect(readRequest({ challenge: CHALLENGE, extra: { deep: 1 }, context: { extra: 2 } })).toEqual({
      challenge: CHALLENGE,
      text: '',
      context: {},
      params: {},
      frame: {},
    });
  });

  it.each([
    [{ challenge: undefined }, 'challenge: expected "challenge"'],
    [{ challenge: 7 }, 'challenge: expected string'],
    [{ challenge: '' }, 'challenge: Invalid length'],
    [{ text: 7 }, 'text: expected string'],
    [{ context: { supportedDirectives: 'speak' } }, 'context.supportedDirectives: expected Array'],
    [{ context: { supportedDirectives: [1] } }, 'context.supportedDirectives.0: expected string'],
    [{ params: { locale: 'not a locale' } }, 'params.locale: must be like en_US or en-US'],
    [{ params: { timestamp: 'yesterday' } }, 'params.timestamp: expected number'],
    [{ params: 'none' }, 'params: expected Object'],
    [{ frame: 'text' }, 'frame: must be an object'],
    [{ frame: [] }, 'frame: must be an object'],
    [{ history: {} }, 'history: expected Array'],
  ])('names the field that is wrong in %j', (fields, message) => {
    const request: unknown = JSON.parse(JSON.stringify({ challenge: CHALLENGE, ...fields }));
    expect(messageOf(() => readRequest(request))).toContain(message);
  });

  it('refuses a text of 100,000 characters, and says how long it may be', () => {
    const request = { challenge: CHALLENGE, text: 'x'.repeat(100_000) };
    expect(messageOf(() => readRequest(request))).toBe(
      'text: Invalid length: Expected <=4096 but received 100000',
    );
  });

  it('does not repeat a value of the wrong type, which may be what was said', () => {
    for (const field of ['context', 'params', 'frame', 'history']) {
      const request = { challenge: CHALLENGE, [field]: 'call my doctor' };
      expect(messageOf(() => readRequest(request))).not.toContain('doctor');
    }
  });

  it('refuses deep nesting wherever it is', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    for (const text of [
      deep,
      `{"challenge":"c","frame":{"a":${deep}}}`,
      `{"challenge":"c","extra":${deep}}`,
    ]) {
      expect(messageOf(() => readRequest(parseJson(text)))).toContain('nested deeper than 32 levels');
    }
  });

  it('refuses what is not JSON', () => {
    for (const text of ['', '{', 'hello', '{"challenge":}']) {
      expect(messageOf(() => parseJson(text))).toBe('The decrypted message is not JSON.');
    }
  });

  it('either reads or refuses, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          expect(readRequest(value).challenge).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
