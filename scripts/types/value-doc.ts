import type { ValueType } from '#xapi';

/** What a type cannot say of a value, as a sentence for the editor; empty when there is nothing. */
export function valueDoc(value: ValueType & { default?: string; multiple?: number }): string {
  return [
    range(value),
    length(value),
    value.multiple === undefined ? '' : `Up to ${value.multiple} of them.`,
    !value.default ? '' : `Default \`${value.default}\`.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const range = ({ min, max }: ValueType) =>
  min === undefined || max === undefined ? '' : `From ${min} to ${max}.`;

const length = ({ minLength = 0, maxLength }: ValueType) =>
  maxLength === undefined ? '' : `${minLength > 0 ? `${minLength} to` : 'At most'} ${maxLength} bytes.`;
