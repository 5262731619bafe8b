import { UserError } from '#scripts/lib/user-error';

/** From when on lines are shown: so long ago by the device's clock, a moment, or as far back as the log goes. */
export type Since = { readonly agoMs: number } | { readonly at: number } | 'start';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `10m` (also s, h, d), an ISO time, or `start`. @throws UserError `bad-since` */
export function parseSince(text: string): Since {
  if (text === 'start') return 'start';
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  if (amount !== undefined) return { agoMs: Number(amount) * (UNITS[unit] ?? 0) };
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return { at };
  throw new UserError(
    'bad-since',
    `--since ${text}: expected a time ago such as 90s, 10m, 2h or 1d, a time such as 2026-11-20T10:30:00Z, or start.`,
    2,
  );
}
