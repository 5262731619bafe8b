import type { Colors, Formatter } from 'picocolors/types';
import type { TurnRecord } from '#simulator/assistant/turn-record';
import { directiveText } from './directive-text.ts';
import { effectRows } from './effect-rows.ts';
import { printable } from './printable.ts';

/** Fits the longest name of a directive. */
const LABEL_WIDTH = 18;

/**
 * A turn as a person reads it: what was heard, which skill took it, each directive, each thing that the device did,
 * and how long the stages took. `target` is who was spoken to, such as `SIM room1`.
 */
export function turnText(target: string, turn: TurnRecord, colors: Colors): string {
  const row = (label: string, text: string, color: Formatter = String) =>
    text === ''
      ? `  ${colors.dim(label)}`
      : `  ${colors.dim(label.padEnd(LABEL_WIDTH))}${color(printable(text))}`;
  const lines = [
    `${colors.bold(target)}  heard “${printable(turn.text)}”`,
    ...(turn.skill === null ? [] : [row('skill', skillText(turn))]),
    ...turn.played.flatMap(({ directive, error }) => [
      row(directive.name, directiveText(directive)),
      ...(error === undefined ? [] : [row('', error, colors.red)]),
    ]),
    ...effectRows(turn.effects).map(({ who, text, failed }) => row(who, text, failed ? colors.red : String)),
    ...(turn.stages.length > 0 ? [row('time', timeText(turn))] : []),
    ...(turn.error ? [row('failed', turn.error.message, colors.red)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function skillText({ skill, request }: TurnRecord): string {
  if (request === null) return skill ?? '';
  return request.text ? `${skill} was told “${request.text}”` : `${skill} was called by its name`;
}

/** Stages in the order in which they began; those of the server lie within `send`. */
function timeText({ stages }: TurnRecord): string {
  const total = Math.max(...stages.map(({ startedAt, milliseconds }) => startedAt + milliseconds));
  const parts = stages.map(({ stage, milliseconds }) => `${stage} ${milliseconds.toFixed(1)}`);
  return `${total.toFixed(1)} ms: ${parts.join(', ')}`;
}
