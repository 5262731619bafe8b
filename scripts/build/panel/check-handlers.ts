import { dirname, resolve } from 'node:path';
import { type CallExpression, type ParseResult, parseSync, Visitor } from 'oxc-parser';
import type { DrawnPanel } from '#project/macros/lib/panel/panel.ts';
import { actionsOf } from '#project/macros/lib/panel/widgets.ts';

/** A handler of a touch that never comes. */
export interface HandlerFault {
  /** Where the argument stands, in UTF-16 units of the source. */
  readonly offset: number;
  readonly text: string;
}

interface Argument {
  readonly value: string;
  readonly start: number;
}

/**
 * Finds the calls `onWidget(panel, 'id', 'action', …)` that name a widget or an action which the panel does not have.
 * TypeScript says the same, but a macro is also built by those who did not ask it.
 */
export async function checkHandlers(
  path: string,
  source: string,
  panelAt: (path: string) => Promise<DrawnPanel | undefined>,
): Promise<HandlerFault[]> {
  if (!source.includes('.panel.tsx') || !source.includes('onWidget')) return [];
  const result = parseSync(path, source);
  const paths = panelImports(path, result);
  const faults = await Promise.all(
    handlersIn(result).map(async ({ local, id, action }) => {
      const panel = await panelAt(paths.get(local) ?? '');
      return panel ? faultOf(panel, id, action) : undefined;
    }),
  );
  return faults.flatMap((fault) => fault ?? []);
}

/** The panels that a file imports, by local name. */
function panelImports(path: string, { module }: ParseResult): ReadonlyMap<string, string> {
  return new Map(
    module.staticImports
      .filter(({ moduleRequest }) => moduleRequest.value.endsWith('.panel.tsx'))
      .flatMap(({ moduleRequest, entries }) =>
        entries
          .filter(({ importName }) => importName.kind === 'Default')
          .map(({ localName }) => [localName.value, resolve(dirname(path), moduleRequest.value)] as const),
      ),
  );
}

function handlersIn({ program }: ParseResult) {
  const found: { readonly local: string; readonly id: Argument; readonly action: Argument | undefined }[] =
    [];
  const visitor = new Visitor({
    CallExpression(call) {
      const [panel] = call.arguments;
      const id = literal(call, 1);
      if (call.callee.type !== 'Identifier' || call.callee.name !== 'onWidget') return;
      if (panel?.type === 'Identifier' && id) found.push({ local: panel.name, id, action: literal(call, 2) });
    },
  });
  visitor.visit(program);
  return found;
}

function literal(call: CallExpression, index: number): Argument | undefined {
  const argument = call.arguments[index];
  if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return undefined;
  return { value: argument.value, start: argument.start };
}

function faultOf(
  { id, widgets }: DrawnPanel,
  widget: Argument,
  action: Argument | undefined,
): HandlerFault | undefined {
  const kind = Object.keys(widgets).includes(widget.value) ? widgets[widget.value] : undefined;
  if (kind === undefined) {
    const text = `the panel "${id}" has no widget "${widget.value}"; it has ${list(Object.keys(widgets))}`;
    return { offset: widget.start, text };
  }
  const actions = actionsOf(kind);
  if (!action || actions.includes(action.value)) return undefined;
  const text = `the widget "${widget.value}" is never "${action.value}"; what happens to it: ${list(actions)}`;
  return { offset: action.start, text };
}

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ') || 'nothing';
