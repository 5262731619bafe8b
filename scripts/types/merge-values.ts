import type { ValueType } from '#xapi';

/** What every product takes at least: the wider range, all the literals. Products differ, macros run on all. */
export function mergeValues(variants: readonly ValueType[]): ValueType {
  return variants.map(valueOnly).reduce((one, other) => ({
    type: one.type === other.type ? one.type : 'String',
    ...optional('values', both(union, one.values, other.values)),
    ...optional('min', both(Math.min, one.min, other.min)),
    ...optional('max', both(Math.max, one.max, other.max)),
    ...optional('minLength', both(Math.min, one.minLength, other.minLength)),
    ...optional('maxLength', both(Math.max, one.maxLength, other.maxLength)),
  }));
}

/** A parameter is more than its value: whether one product requires it, for example, is not for all to have. */
const valueOnly = ({ type, values, min, max, minLength, maxLength }: ValueType): ValueType => ({
  type,
  ...optional('values', values),
  ...optional('min', min),
  ...optional('max', max),
  ...optional('minLength', minLength),
  ...optional('maxLength', maxLength),
});

const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

/** No bound on one side is no bound at all. */
const both = <Bound>(merge: (one: Bound, other: Bound) => Bound, one?: Bound, other?: Bound) =>
  one === undefined || other === undefined ? undefined : merge(one, other);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
