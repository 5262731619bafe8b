import { describe, expect, it } from 'vitest';
import { PageNameSchema } from '#contract/page';
import { DISMISSAL } from '#server/views/dismissal';
import { SENTENCES, sentencesFor } from './sentences.ts';

describe('what to say', () => {
  it.each(PageNameSchema.options)('to close the page %s is what the server says', (page) => {
    expect(SENTENCES[page].close).toBe(DISMISSAL[page]);
  });

  it.each([
    ['/views/switch', SENTENCES.switch],
    ['/views/switch/', SENTENCES.switch],
    ['/behind/a/proxy/views/dashboard', SENTENCES.dashboard],
    ['/views/constructor', SENTENCES.dashboard],
    ['/', SENTENCES.dashboard],
  ])('at %s', (pathname, sentences) => {
    expect(sentencesFor(pathname)).toBe(sentences);
  });
});
