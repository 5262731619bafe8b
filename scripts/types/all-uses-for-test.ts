import type { Catalogue, CatalogueEntry, CommandEntry, EventField, Parameter, ValueType } from '#xapi';
import { memberName } from './type-text.ts';

/** A macro that uses every path in every way that the catalogue says is right. */
export function macroOfAllUses({ entries }: Catalogue): string {
  return `type IntegerText = \`\${number}\`;\nexport async function all() {\n${entries.flatMap(usesOf).join('\n')}\n}\n`;
}

function usesOf(entry: CatalogueEntry): string[] {
  switch (entry.type) {
    case 'Command':
      return commandUses(entry);
    case 'Status':
      return places(entry.path).flatMap((place) => {
        const node = `xapi.Status${place}`;
        return [
          `(await ${node}.get()) satisfies ${entry.value.type === 'Integer' ? 'IntegerText' : 'string'};`,
          `${node}.on((value) => value satisfies string);`,
        ];
      });
    case 'Configuration':
      return places(entry.path).flatMap((place) => {
        const node = `xapi.Config${place}`;
        return [
          `await ${node}.get();`,
          ...samples(entry.value).map((value) => `await ${node}.set(${value});`),
        ];
      });
    case 'Event':
      return [`xapi.Event${place(entry.path)}.once((event) => [${fieldUses('event', entry.fields)}]);`];
  }
}

/** With all parameters at their first and at their last value, with the required ones only, with a body. */
function commandUses({ path, params, multiline }: CommandEntry): string[] {
  const command = `xapi.Command${place(path)}`;
  const call = (chosen: readonly Parameter[], at: 0 | -1) => {
    const given = chosen.map((each) => `${memberName(each.name)}: ${argument(each, at)}`);
    return given.length > 0 ? `{ ${given.join(', ')} }` : multiline ? '{}' : '';
  };
  const body = multiline ? ", 'body'" : '';
  const required = params.filter((parameter) => parameter.required);
  return [
    `await ${command}(${call(params, 0)}${body});`,
    `await ${command}(${call(params, -1)});`,
    ...(required.length < params.length ? [`await ${command}(${call(required, 0)});`] : []),
  ];
}

function argument(parameter: Parameter, at: 0 | -1): string {
  const value = samples(parameter).at(at) ?? '""';
  return parameter.type.endsWith('Array') && at === 0 ? `[${value}, ${value}]` : value;
}

/** TypeScript for values that the type takes: each literal, the bounds as number and as text. */
function samples({ type, values, min = 0, max = 1 }: ValueType): string[] {
  if (type.startsWith('Integer')) return [String(min), `'${max}'`];
  if (type.startsWith('String')) return ["'text'", '7'];
  const texts = values?.map((value) => JSON.stringify(value)) ?? [];
  return values?.includes('True') ? [...texts, 'true'] : texts;
}

const fieldUses = (of: string, fields: Readonly<Record<string, EventField>>): string =>
  Object.entries(fields)
    .map(([name, { children, multiple }]) => {
      const field = `${of}?.['${name}']`;
      return children ? fieldUses(multiple ? `${field}?.[0]` : field, children) : field;
    })
    .join(', ');

/** How a macro writes a path: `Call[n] Status` as `.Call[1].Status`, a range by its first and its last index. */
function places(path: string): string[] {
  const ends = [path.replaceAll(/\[(\d+)\.\.\d+\]/g, '[$1]'), path.replaceAll(/\[\d+\.\.(\d+)\]/g, '[$1]')];
  return [...new Set(ends)].map((end) => place(end.replaceAll('[n]', '[1]')));
}

const place = (path: string) =>
  path
    .split(' ')
    .map((segment) => `.${segment}`)
    .join('');
