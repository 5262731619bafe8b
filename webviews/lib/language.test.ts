import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';
import { ENGLISH, WORDS } from './words.ts';

describe('the language of a page', () => {
  it.each([
    [['de', 'en-US'], 'de', WORDS.de],
    [['de_AT'], 'de-AT', WORDS.de],
    [['ja', 'fr-CA'], 'fr-CA', WORDS.fr],
    [['no'], 'no', WORDS.nb],
    [['nn-NO'], 'nn-NO', WORDS.nb],
    [['ja'], 'en', ENGLISH],
    [[], 'en', ENGLISH],
    [['not a tag', ''], 'en', ENGLISH],
  ])('for %o is %s', (wanted, tag, words) => {
    expect(chooseLanguage(wanted)).toEqual({ tag, direction: 'ltr', words });
  });

  it('takes the region of the device where the turn names none', () => {
    expect(chooseLanguage(['en', 'de-DE', 'en-GB']).tag).toBe('en-GB');
    expect(chooseLanguage(['en-US', 'en-GB']).tag).toBe('en-US');
  });

  it('runs from the right in Arabic', () => {
    expect(chooseLanguage(['ar-EG']).direction).toBe('rtl');
  });

  it('is always one that Intl takes', () => {
    const tag = fc.oneof(
      fc.string(),
      fc.constantFrom('en', 'de_DE', 'constructor', 'toString', 'x-y', 'ar-EG'),
    );
    fc.assert(
      fc.property(fc.array(tag), (wanted) => {
        const language = chooseLanguage(wanted);
        expect(() => new Intl.NumberFormat(language.tag)).not.toThrow();
        expect(language.words.waiting).toBeTypeOf('string');
      }),
    );
  });
});
