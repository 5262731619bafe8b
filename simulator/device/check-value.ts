import type { ValueType } from '#xapi';
import type { Json } from './types.ts';

export type Scalar = string | number;

/**
 * Brings a value into the form in which the device keeps it: integers as numbers, literals in the catalogue's
 * spelling, everything else as text. `undefined` when the type does not allow it.
 */
export function checkValue(type: ValueType, value: Json): Scalar | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (type.type.startsWith('Integer')) return checkInteger(type, text);
  if (type.type.startsWith('Literal')) {
    return type.values?.find((each) => each.toLowerCase() === text.toLowerCase());
  }
  return checkLength(type, text) ? text : undefined;
}

/** JavaScript's `true` and `45` stand for the literals and digits that the device's own texts have. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return undefined;
}

function checkInteger({ min, max }: ValueType, text: string): number | undefined {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) return undefined;
  const number = Number(text);
  const inRange = Number.isSafeInteger(number) && number >= (min ?? number) && number <= (max ?? number);
  return inRange ? number : undefined;
}

function checkLength({ minLength = 0, maxLength }: ValueType, text: string): boolean {
  const bytes = Buffer.byteLength(text);
  return bytes >= minLength && bytes <= (maxLength ?? bytes);
}
