import type { CommandEntry, Parameter } from '#xapi';
import type { Availability } from './availability.ts';
import { COMMAND_RESULTS } from './command-results.ts';
import { docComment } from './doc-comment.ts';
import type { PathVariants } from './group-entries.ts';
import type { LiteralNames } from './literal-names.ts';
import { type MergedParameter, mergeParameters } from './merge-parameters.ts';
import type { Leaf } from './path-tree.ts';
import { inputType, memberName } from './type-text.ts';
import { valueDoc } from './value-doc.ts';

/** A command as a method: parameters, a body where it takes one, and its answer. */
export function commandLeaf(
  { paths: [path = ''], variants }: PathVariants<CommandEntry>,
  names: LiteralNames,
  availability: Availability,
): Leaf {
  const products = variants.flatMap((variant) => variant.products);
  const parameters = mergeParameters(variants);
  const members = parameters.map((parameter) => {
    const only = availability.products(parameter.products, products);
    return parameterText(parameter, only, names);
  });
  const body = variants.some((variant) => variant.multiline) ? ', body?: string' : '';
  const params = parametersText(parameters, members);
  const result = COMMAND_RESULTS[path] ?? 'CommandResult';
  return {
    text: `(${members.length > 0 || body ? params + body : ''}): Promise<${result}>`,
    doc: availability.doc(variants),
  };
}

function parametersText(parameters: readonly Parameter[], members: readonly string[]): string {
  const optional = parameters.some((parameter) => parameter.required) ? '' : '?';
  return `params${optional}: ${members.length > 0 ? `{\n${members.join('')}}` : 'Record<string, never>'}`;
}

function parameterText(parameter: MergedParameter, only: string, names: LiteralNames): string {
  const doc = [valueDoc(parameter), only].filter(Boolean).join(' ');
  const optional = parameter.required ? '' : '?';
  const comment = docComment(doc ? [doc] : [], '  ');
  return `${comment}  ${memberName(parameter.name)}${optional}: ${inputType(parameter, names)};\n`;
}
