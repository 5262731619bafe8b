import type { ScreenPanel, ScreenWidget } from '../screen.ts';
import type { Device } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { followIfKnown, setIfKnown } from './if-known.ts';

const WIDGETS = ['UserInterface', 'Extensions', 'Widget'];

/**
 * The saved panels, and their widgets' values. Each widget stands in Status `UserInterface Extensions Widget[n]`
 * as long as a panel has it; it keeps its value when the panel is saved anew.
 */
export class PanelStore {
  /** By widget id: the index in the status list. */
  readonly #indices = new Map<string, number>();
  #lastIndex = 0;

  constructor(private readonly device: Device) {
    followIfKnown(device, WIDGETS, () => this.#show(this.panels));
  }

  get panels(): readonly ScreenPanel[] {
    return this.device.screen.current.panels;
  }

  /** @throws XapiError when there is no such panel */
  panel(id: string): ScreenPanel {
    const found = this.panels.find((panel) => panel.id === id);
    if (found) return found;
    throw new XapiError(XAPI_ERROR.commandFailed, `No such panel: ${id}`);
  }

  save(panel: ScreenPanel): void {
    const known = this.panels.some(({ id }) => id === panel.id);
    this.replace(
      known ? this.panels.map((each) => (each.id === panel.id ? panel : each)) : [...this.panels, panel],
    );
  }

  remove(id: string): void {
    this.panel(id);
    this.replace(this.panels.filter((panel) => panel.id !== id));
  }

  replace(panels: readonly ScreenPanel[]): void {
    const wanted = new Set(panels.flatMap(widgetsOf).map(({ id }) => id));
    for (const [id, index] of this.#indices) if (!wanted.has(id)) this.#drop(id, index);
    for (const id of wanted) if (!this.#indices.has(id)) this.#add(id);
    this.#show(panels);
  }

  /** @throws XapiError when no panel has the widget */
  setValue(widgetId: string, value: string): void {
    setIfKnown(this.device, [...WIDGETS, this.#index(widgetId)], { WidgetId: widgetId, Value: value });
  }

  /** @throws XapiError when no panel has the widget */
  requireWidget(widgetId: string): void {
    this.#index(widgetId);
  }

  #index(widgetId: string): number {
    const index = this.#indices.get(widgetId);
    if (index !== undefined) return index;
    throw new XapiError(XAPI_ERROR.commandFailed, `No such widget: ${widgetId}`);
  }

  #add(id: string): void {
    this.#lastIndex += 1;
    this.#indices.set(id, this.#lastIndex);
    setIfKnown(this.device, [...WIDGETS, this.#lastIndex], { WidgetId: id, Value: '' });
  }

  #drop(id: string, index: number): void {
    this.#indices.delete(id);
    setIfKnown(this.device, [...WIDGETS, index], { ghost: true });
  }

  #show(panels: readonly ScreenPanel[]): void {
    const { openPanel } = this.device.screen.current;
    const isOpen = panels.some(({ id }) => id === openPanel?.panelId);
    this.device.screen.patch({
      panels: panels.map((panel) => withValues(panel, (id) => this.#valueOf(id))),
      openPanel: isOpen ? openPanel : null,
    });
  }

  #valueOf(widgetId: string): string {
    const index = this.#indices.get(widgetId);
    const value = index === undefined ? '' : this.device.peek(['Status', ...WIDGETS, index, 'Value']);
    return typeof value === 'string' ? value : '';
  }
}

const widgetsOf = (panel: ScreenPanel): ScreenWidget[] =>
  panel.pages.flatMap((page) => page.rows.flatMap((row) => row.widgets));

function withValues(panel: ScreenPanel, valueFor: (widgetId: string) => string): ScreenPanel {
  const pages = panel.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      widgets: row.widgets.map((widget) => ({ ...widget, value: valueFor(widget.id) })),
    })),
  }));
  return { ...panel, pages };
}
