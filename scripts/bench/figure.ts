/** One measured number, beside the bound that it is held to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Such as `ms`, `KB gzip`, `turns/s`, `×`. */
  readonly unit: string;
  /** `atLeast` and `atMost` are the bounds of the design; without either the figure only informs. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** What the number was taken from, where the name does not say it. */
  readonly note?: string;
}

/** Whether a figure keeps its bound; `undefined` when it has none. */
export function holds({ value, atLeast, atMost }: Figure): boolean | undefined {
  if (atLeast === undefined && atMost === undefined) return undefined;
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

/** The value below which the given part of the samples lies, 0 to 1. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** A table for people: figure, value, bound, and whether it holds. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value, figure.unit),
    bound(figure),
    verdict(figure),
  ]);
  const all = [['figure', 'measured', 'bound', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shown = (value: number, unit: string) =>
  `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;

function bound({ atLeast, atMost, unit }: Figure): string {
  if (atLeast !== undefined) return `≥ ${atLeast} ${unit}`;
  return atMost === undefined ? '' : `≤ ${atMost} ${unit}`;
}

function verdict(figure: Figure): string {
  const kept = holds(figure);
  const words = kept === undefined ? '' : kept ? 'ok' : 'MISSED';
  return figure.note === undefined ? words : `${words} (${figure.note})`.trim();
}
