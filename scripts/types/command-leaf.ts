import type { CommandEntry, Parameter } from '#xapi';
import { COMMAND_RESULTS } from './command-results.ts';
import { mergeValues } from './merge-values.ts';
import type { Leaf } from './path-tree.ts';
import type { PathVariants } from './select-entries.ts';
import { inputType, memberName } from './type-text.ts';
import { valueDoc } from './value-doc.ts';

/** A command as a method: parameters, a body where it takes one, and its answer. */
export function commandLeaf({ path, variants }: PathVariants<'Command'>): Leaf {
  const parameters = mergeParameters(variants);
  const anyRequired = parameters.some((parameter) => parameter.required);
  const params = `params${anyRequired ? '' : '?'}: {\n${parameters.map(parameterText).join('')}}`;
  const body = variants.some((variant) => variant.multiline) ? ', body?: string' : '';
  const result = COMMAND_RESULTS[path] ?? 'CommandResult';
  return {
    text: `(${parameters.length > 0 || body ? params + body : ''}): Promise<${result}>`,
    doc: `\`xCommand ${path}\``,
  };
}

/** A parameter is required where all products require it; what only some know may be left out. */
function mergeParameters(variants: readonly CommandEntry[]): Parameter[] {
  const names = [...new Set(variants.flatMap(({ params }) => params.map(({ name }) => name)))].sort();
  return names.map((name) => {
    const known = variants.flatMap(({ params }) => params.filter((parameter) => parameter.name === name));
    const [first] = known;
    const required = known.length === variants.length && known.every((parameter) => parameter.required);
    return {
      name,
      ...mergeValues(known),
      ...(required ? { required } : {}),
      ...(first?.default === undefined ? {} : { default: first.default }),
      ...(first?.multiple === undefined ? {} : { multiple: first.multiple }),
    };
  });
}

function parameterText(parameter: Parameter): string {
  const doc = valueDoc(parameter);
  const optional = parameter.required ? '' : '?';
  return `${doc ? `  /** ${doc} */\n` : ''}  ${memberName(parameter.name)}${optional}: ${inputType(parameter)};\n`;
}
