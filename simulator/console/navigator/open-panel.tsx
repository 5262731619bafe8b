import type { ScreenPage, ScreenPanel } from '../../device/screen.ts';
import { Icon } from '../ui/icon.tsx';
import { closePanel, openPanel } from './touch.ts';
import { Widget } from './widgets/widget.tsx';
import './open-panel.css';

interface OpenPanelProps {
  readonly panel: ScreenPanel;
  readonly pageId: string | null;
}

/** A panel as it stands open: its pages, their rows, their widgets. Escape closes it. */
export function OpenPanel({ panel, pageId }: OpenPanelProps) {
  const page = panel.pages.find(({ id }) => id === pageId) ?? panel.pages[0];
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') void closePanel();
  };
  return (
    <div class="panel" role="dialog" aria-label={panel.name} onKeyDown={closeOnEscape}>
      <header class="panel-head">
        <h2 class="panel-title">{panel.name}</h2>
        <button type="button" class="panel-close" aria-label={`Close ${panel.name}`} onClick={closePanel}>
          <Icon name="close" />
        </button>
      </header>
      {panel.pages.length > 1 && <PageTabs panel={panel} selected={page} />}
      <div class="panel-rows">
        {page?.rows.map((row) => (
          <Row row={row} key={row.name} />
        ))}
      </div>
    </div>
  );
}

function PageTabs({ panel, selected }: { panel: ScreenPanel; selected: ScreenPage | undefined }) {
  return (
    <nav class="panel-pages" aria-label={`Pages of ${panel.name}`}>
      {panel.pages.map((page) => (
        <button
          type="button"
          class="panel-page"
          key={page.id}
          aria-current={page === selected ? 'page' : undefined}
          onClick={() => openPanel(panel.id, page.id)}
        >
          {page.name}
        </button>
      ))}
    </nav>
  );
}

function Row({ row }: { row: ScreenPage['rows'][number] }) {
  return (
    <fieldset class="panel-row" aria-label={row.name}>
      {row.name && <p class="panel-row-name">{row.name}</p>}
      <div class="panel-row-widgets">
        {row.widgets.map((widget) => (
          <Widget widget={widget} rowName={row.name} key={widget.id} />
        ))}
      </div>
    </fieldset>
  );
}
