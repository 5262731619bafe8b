import type { Message } from 'esbuild';
import { UserError } from '#scripts/lib/user-error';

/** A macro that does not build, or would break on the device: a line for each reason. */
export const macroBuildError = (macro: string, lines: readonly string[]) =>
  new UserError('macro-build-failed', [`The macro ${macro} does not build:`, ...lines].join('\n  '));

/** What esbuild only warns of, and what a macro cannot do: a text in our words, or esbuild's own. */
const IN_OUR_WORDS: Readonly<Record<string, string>> = {
  'unsupported-require-call': 'require is not there on a device. Use import.',
  'indirect-require': 'require is not there on a device. Use import.',
  'unsupported-dynamic-import': 'import() cannot load anything on a device. Use import … from at the top.',
  'empty-glob': 'import() cannot load anything on a device. Use import … from at the top.',
};
const WARNINGS = [...Object.keys(IN_OUR_WORDS), 'import-is-undefined'];

/** For esbuild: these warnings are errors. */
export const warningsAsErrors = Object.fromEntries(WARNINGS.map((id) => [id, 'error' as const]));

/** esbuild's messages, each with its place, in the order of the places. */
export const messageLines = (messages: readonly Message[]): string[] =>
  [...messages]
    .sort((one, other) => (one.location?.line ?? 0) - (other.location?.line ?? 0))
    .map(({ id, location, text: words }) => {
      const text = IN_OUR_WORDS[id] ?? words;
      return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
    });
