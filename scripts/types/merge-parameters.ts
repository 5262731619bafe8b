import type { CommandEntry, Parameter } from '#xapi';
import { mergeValues } from './merge-values.ts';

/** A parameter as all products together take it, and the products that know it. */
export interface MergedParameter extends Parameter {
  readonly products: readonly string[];
}

/** A parameter is required where all products require it; what only some know may be left out. */
export function mergeParameters(variants: readonly CommandEntry[]): MergedParameter[] {
  const names = [...new Set(variants.flatMap(({ params }) => params.map(({ name }) => name)))].sort();
  return names.map((name) => mergeParameter(name, variants));
}

function mergeParameter(name: string, variants: readonly CommandEntry[]): MergedParameter {
  const known = variants.flatMap(({ params, products }) =>
    params.filter((parameter) => parameter.name === name).map((parameter) => ({ parameter, products })),
  );
  const parameters = known.map(({ parameter }) => parameter);
  const required = known.length === variants.length && parameters.every((parameter) => parameter.required);
  const defaultValue = common(parameters.map((parameter) => parameter.default));
  const multiple = common(parameters.map((parameter) => parameter.multiple));
  return {
    name,
    products: known.flatMap(({ products }) => products),
    ...mergeValues(parameters),
    ...(required && { required }),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(multiple !== undefined && { multiple }),
  };
}

/** What all agree on; where they differ, nothing can be said. */
const common = <Value>(values: readonly Value[]): Value | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;
