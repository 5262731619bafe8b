import type { Scopes } from '../syntax/resolve-scopes.ts';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.ts';
import type { Fault } from './fault.ts';

/** Functions of built-in objects that came after ES2020, with what does the same. */
const NEWER: Readonly<Record<string, string>> = {
  'Array.fromAsync': 'Use for await.',
  'Map.groupBy': 'Use a loop.',
  'Object.groupBy': 'Use a loop.',
  'Object.hasOwn': 'Use Object.prototype.hasOwnProperty.call(object, key).',
  'Promise.any': 'Use Promise.race or Promise.allSettled.',
  'Promise.try': 'Use an async function.',
  'Promise.withResolvers': 'Use new Promise.',
};
const REGEXP_FLAGS = 'gimsuy';

/** What is newer than ES2020, or no part of a macro's world, and what esbuild can neither lower nor see. */
export function findNewerLanguage(tree: SyntaxTree, scopes: Scopes): Fault[] {
  const isGlobal = (node: Node, name?: string) =>
    node.type === 'Identifier' &&
    (!name || node.name === name) &&
    scopes.globals.some((each) => each === node);
  return tree.nodes.flatMap((node) => {
    const text = newerFunction(node, isGlobal) ?? newerFlag(node, isGlobal) ?? foreignImport(node);
    return text === undefined ? [] : [{ offset: node.start, text }];
  });
}

type IsGlobal = (node: Node, name?: string) => boolean;

function newerFunction(node: Node, isGlobal: IsGlobal): string | undefined {
  if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'Identifier')
    return undefined;
  if (node.property.type !== 'Identifier' || !isGlobal(node.object)) return undefined;
  const name = `${node.object.name}.${node.property.name}`;
  return NEWER[name] && `${name} came after ES2020, and a device may lack it. ${NEWER[name]}`;
}

/** esbuild turns a literal with a flag that ES2020 lacks into `new RegExp`, which then fails on the device. */
function newerFlag(node: Node, isGlobal: IsGlobal): string | undefined {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const [, flags] = node.arguments;
  if (!isGlobal(node.callee, 'RegExp') || flags?.type !== 'Literal') return undefined;
  const newer = [...String(flags.value)].find((flag) => !REGEXP_FLAGS.includes(flag));
  return newer && `The flag ${newer} of a regular expression came after ES2020. Write it without.`;
}

function foreignImport(node: Node): string | undefined {
  if (node.type === 'MetaProperty' && node.meta.name === 'import') {
    return 'import.meta is not there on a device. Pass values as settings of the macro.';
  }
  if (node.type !== 'ImportExpression') return undefined;
  return 'import() cannot load anything on a device. Use import … from at the top.';
}
