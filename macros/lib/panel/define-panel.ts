import { checkPanel } from './check-panel.ts';
import { type Components, components } from './components.ts';
import type { DrawnPanel, Panel } from './panel.ts';
import { PanelError } from './panel-error.ts';
import type { PanelNode } from './panel-node.ts';
import { panelXml } from './panel-xml.ts';
import type { Widgets } from './widgets.ts';

/**
 * A panel: its widgets, declared by id, and the elements that show them. It is made at build time and stands in a
 * file `NAME.panel.tsx` as the default export.
 *
 * @throws PanelError with everything that is wrong, each with its place
 */
export function definePanel<const Declared extends Widgets>(
  widgets: Declared,
  draw: (components: Components<Declared>) => PanelNode,
): Panel<Declared> {
  // One object serves every panel: what was declared narrows its types alone.
  const root = draw(components as unknown as Components<Declared>);
  const faults = checkPanel(widgets, root);
  if (faults.length > 0) throw new PanelError(faults);
  const panel: DrawnPanel<Declared> = {
    id: String(root.props.id),
    xml: panelXml(root, widgets),
    sliders: Object.keys(widgets).filter((id) => widgets[id] === 'Slider'),
    widgets,
  };
  return panel;
}
