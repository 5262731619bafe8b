import type { Message } from 'esbuild';
import { UserError } from '#scripts/lib/user-error';

/** A macro that does not build, or would break on the device: a line for each reason. */
export const macroBuildError = (macro: string, lines: readonly string[]) =>
  new UserError('macro-build-failed', [`The macro ${macro} does not build:`, ...lines].join('\n  '));

/** esbuild's messages, each with its place. */
export const messageLines = (messages: readonly Message[]): string[] =>
  messages.map(({ location, text }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
