import type picocolors from 'picocolors';
import { plainText } from '#scripts/say/printable';
import type { CheckResult } from './check.ts';
import type { DeviceReport } from './examine-device.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

const SIGNS = { ok: '✓', mend: '✗', skipped: '-' } as const;

/** A line for each check, what to type below those that need it, and what it comes to. */
export function reportText(label: string, { checks }: DeviceReport, colors: Colors): string {
  const width = Math.max(...checks.map(({ check }) => check.length));
  const lines = checks.flatMap((result) => checkLines(result, width, colors));
  const faults = checks.filter(({ state }) => state === 'mend').length;
  const skipped = checks.filter(({ state }) => state === 'skipped').length;
  const sum =
    faults === 0
      ? colors.green('all ok')
      : colors.red(`${faults} to mend${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return [...lines, sum].map((line) => `${label}  ${line}\n`).join('');
}

function checkLines({ check, state, found, mend }: CheckResult, width: number, colors: Colors): string[] {
  const paint = { ok: colors.green, mend: colors.red, skipped: colors.dim }[state];
  const state_ = state === 'ok' ? '' : `${state}: `;
  const line = `${paint(SIGNS[state])} ${check.padEnd(width)}  ${state_}${plainText(found)}`;
  const indent = ' '.repeat(width + 4);
  return mend === null ? [line] : [line, `${indent}→ ${colors.bold(plainText(mend))}`];
}
