import type { BuildFailure, PartialMessage } from 'esbuild';
import type { PanelError } from '#project/macros/lib/panel/panel-error.ts';
import type { HandlerFault } from './check-handlers.ts';

/** Why a panel could not be drawn, as esbuild shows it. */
export function panelMessages(error: unknown, file: string): PartialMessage[] {
  if (isBuildFailure(error)) return error.errors;
  if (!isPanelError(error)) {
    const text = error instanceof Error ? error.message : String(error);
    return [{ text: `the panel could not be drawn: ${text}`, location: { file, line: 1, column: 0 } }];
  }
  return error.faults.map(({ text, place }) => ({
    text,
    location: place
      ? { file: place.file, line: place.line, column: place.column - 1 }
      : { file, line: 1, column: 0 },
  }));
}

/** The same for a handler's fault. */
export function handlerMessage({ offset, text }: HandlerFault, file: string, source: string): PartialMessage {
  const before = source.slice(0, offset).split('\n');
  return { text, location: { file, line: before.length, column: before.at(-1)?.length ?? 0 } };
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error;

const isPanelError = (error: unknown): error is PanelError =>
  error instanceof Error && error.name === 'PanelError';
