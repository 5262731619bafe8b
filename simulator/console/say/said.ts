import { stored } from '../state/stored.ts';
import { remembered } from './sentence-history.ts';

const isSentences = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const sentences = stored<readonly string[]>('console.said', [], isSentences);

/** What was said from this browser, oldest first. */
export const said = {
  sentences,
  remember: (sentence: string): void => {
    sentences.value = remembered(sentences.value, sentence);
  },
};
