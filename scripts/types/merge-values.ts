import type { ValueType } from '#xapi';

/** What every product takes at least: the wider range, all the literals. Products differ, macros run on all. */
export function mergeValues(variants: readonly ValueType[]): ValueType {
  return variants.reduce((one, other) => ({
    type: one.type === other.type ? one.type : 'String',
    ...optional('values', union(one.values, other.values)),
    ...optional('min', outer(Math.min, one.min, other.min)),
    ...optional('max', outer(Math.max, one.max, other.max)),
    ...optional('minLength', outer(Math.min, one.minLength, other.minLength)),
    ...optional('maxLength', outer(Math.max, one.maxLength, other.maxLength)),
  }));
}

const union = (one: readonly string[] = [], other: readonly string[] = []) => {
  const all = [...new Set([...one, ...other])];
  return all.length > 0 ? all : undefined;
};

/** No bound on one side is no bound at all. */
const outer = (pick: (one: number, other: number) => number, one?: number, other?: number) =>
  one === undefined || other === undefined ? undefined : pick(one, other);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
