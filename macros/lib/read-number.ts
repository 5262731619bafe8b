/** The number that a status or widget holds as text; `null` for what is empty, missing or no number. */
export function readNumber(text: string | null | undefined): number | null {
  if (!text?.trim()) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));
