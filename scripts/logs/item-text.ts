import type picocolors from 'picocolors';
import { plainText } from '#scripts/say/printable';
import { isRuntimeStart } from './device-line.ts';
import type { Gap, LogItem, LogLine } from './log-item.ts';
import { wrapText } from './wrap-text.ts';

export interface TextOptions {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  /** Characters in a line of the terminal; `undefined`: nothing is wrapped. */
  readonly columns: number | undefined;
}

/** Further lines of a message stand under its first, unless there is too little room. */
const NARROWEST = 40;
const SMALL_INDENT = 4;

/** Lines for a person; each begins with the device's label, and those that only go on with blanks. */
export function itemText(label: string, item: LogItem, options: TextOptions): string {
  if (item.kind === 'line') return lineText(label, item.line, options);
  const text = item.kind === 'gap' ? gapText(item.gap) : item.text;
  return layOut(`${label}  `, `… ${text}`, options, options.colors.yellow);
}

function lineText(label: string, line: LogLine, options: TextOptions): string {
  const time = line.time || '-';
  const prefix = `${label}  ${time}  ${line.level.padEnd(5)}  ${plainText(line.macro)}  `;
  return layOut(prefix, line.message, options, painter(line, options));
}

function painter(line: LogLine, { colors }: TextOptions): (text: string) => string {
  if (isRuntimeStart(line)) return colors.bold;
  const byLevel: Record<string, (text: string) => string> = {
    ERROR: colors.red,
    WARN: colors.yellow,
    DEBUG: colors.dim,
  };
  return byLevel[line.level] ?? String;
}

function layOut(
  prefix: string,
  text: string,
  { colors, columns }: TextOptions,
  paint: (text: string) => string,
): string {
  const room = (columns ?? Number.POSITIVE_INFINITY) - prefix.length;
  const indent = room < NARROWEST ? SMALL_INDENT : prefix.length;
  const width = Math.max(NARROWEST, (columns ?? Number.POSITIVE_INFINITY) - indent);
  const lines = text
    .trimEnd()
    .split(/\r?\n/)
    .flatMap((line) => wrapText(plainText(line), width));
  const [first = '', ...others] = room < NARROWEST && columns !== undefined ? ['', ...lines] : lines;
  const rest = others.map((line) => `${' '.repeat(indent)}${paint(line)}\n`);
  return `${colors.dim(prefix)}${first && paint(first)}\n${rest.join('')}`;
}

function gapText({ seconds, missing }: Gap): string {
  if (seconds === null) {
    return missing === null ? 'the log began anew; lines may be missing' : missingText(missing);
  }
  const lost = missing === null ? 'lines in between may be missing' : missingText(missing);
  return `${seconds} s without a connection; ${lost}`;
}

const missingText = (missing: number): string =>
  missing === 0 ? 'no line is missing' : missing === 1 ? '1 line is missing' : `${missing} lines are missing`;
