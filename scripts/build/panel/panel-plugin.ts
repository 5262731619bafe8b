import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import { checkHandlers } from './check-handlers.ts';
import { type Drawing, drawPanel } from './draw-panel.ts';
import { handlerMessage, panelMessages } from './panel-messages.ts';

/**
 * Draws each imported `.panel.tsx` while a macro is bundled: the macro gets its id and XML, and nothing of what they
 * were made with. Handlers of widgets that a panel does not have are refused.
 */
export function panelPlugin(root: string): Plugin {
  const nameOf = (path: string) => relative(root, path);
  return {
    name: 'panel',
    setup({ onLoad }) {
      const drawn = new Map<string, Promise<Drawing>>();
      const draw = (path: string) => {
        const panel = drawn.get(path) ?? drawPanel(root, nameOf(path));
        drawn.set(path, panel);
        return panel;
      };
      const panelAt = async (path: string) => (await draw(path).catch(() => undefined))?.panel;

      onLoad({ filter: /\.panel\.tsx$/ }, ({ path }) =>
        draw(path).then(
          (panel) => moduleOf(root, panel),
          (error: unknown) => ({ errors: panelMessages(error, nameOf(path)) }),
        ),
      );
      onLoad({ filter: /[/\\]macros[/\\].*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const faults = await checkHandlers(path, source, panelAt);
        if (faults.length === 0) return undefined;
        return { errors: faults.map((fault) => handlerMessage(fault, nameOf(path), source)) };
      });
    },
  };
}

const moduleOf = (root: string, { panel, inputs }: Drawing): OnLoadResult => {
  const { widgets: _, ...forMacro } = panel;
  return {
    contents: JSON.stringify(forMacro),
    loader: 'json',
    watchFiles: inputs.map((input) => join(root, input)),
  };
};
