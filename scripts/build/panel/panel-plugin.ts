import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
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
    setup({ onStart, onLoad }) {
      const drawn = new Map<string, Promise<Drawing>>();
      onStart(() => drawn.clear());
      const draw = (path: string) => {
        const panel = drawn.get(path) ?? drawPanel(root, nameOf(path));
        drawn.set(path, panel);
        return panel;
      };
      const panelAt = async (path: string) => (await draw(path).catch(() => undefined))?.panel;

      onLoad({ filter: /\.panel\.tsx$/ }, ({ path }) =>
        draw(path).then(moduleOf, (error: unknown) => ({ errors: panelMessages(error, nameOf(path)) })),
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

/** What the panel was drawn from stands in the macro's source map: a change of it is a change of the macro. */
function moduleOf({ panel, map }: Drawing): OnLoadResult {
  const { widgets: _, ...forMacro } = panel;
  const mapUrl = `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
  return {
    contents: `export default ${JSON.stringify(forMacro)};\n//# sourceMappingURL=${mapUrl}`,
    loader: 'js',
  };
}
