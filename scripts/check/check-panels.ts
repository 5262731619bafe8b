import type { PartialMessage } from 'esbuild';
import { drawPanel } from '#scripts/build/panel/draw-panel';
import { panelMessages } from '#scripts/build/panel/panel-messages';

/** What TypeScript cannot say of panels, above all which element stands in which: a line for each fault. */
export async function checkPanels(root: string, files: readonly string[]): Promise<string[]> {
  const panels = files.filter((file) => /^macros\/[^/]+\/[^/]+\.panel\.tsx$/.test(file));
  const messages = await Promise.all(
    panels.map((file) =>
      drawPanel(root, file).then(
        () => [],
        (error: unknown) => panelMessages(error, file),
      ),
    ),
  );
  return messages.flat().map(line);
}

const line = ({ location, text }: PartialMessage) =>
  location ? `${location.file}:${location.line}:${(location.column ?? 0) + 1}: ${text}` : String(text);
