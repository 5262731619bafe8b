import { useRef } from 'preact/hooks';
import type { Screen } from '../../device/screen.ts';
import { Standby } from '../board/standby.tsx';
import { screen } from '../state/device-state.ts';
import { Stage } from '../ui/stage.tsx';
import { NavigatorHome } from './navigator-home.tsx';
import { OpenPanel } from './open-panel.tsx';
import { useFocusFollows } from './use-focus-follows.ts';
import './navigator.css';

/** The touch controller on the table. */
export function Navigator() {
  return (
    <section class="navigator" aria-label="Navigator">
      <Stage width={1280} height={800}>
        {screen.value && <NavigatorScreen screen={screen.value} />}
      </Stage>
    </section>
  );
}

function NavigatorScreen({ screen: { openPanel, panels, standby } }: { screen: Screen }) {
  const open = openPanel && panels.find(({ id }) => id === openPanel.panelId);
  const touch = useRef<HTMLDivElement>(null);
  useFocusFollows(touch, open?.id);
  return (
    <div class="touch" ref={touch}>
      <NavigatorHome panels={panels} covered={Boolean(open)} />
      {open && <OpenPanel panel={open} pageId={openPanel.pageId} key={open.id} />}
      {standby !== 'Off' && <Standby state={standby} />}
    </div>
  );
}
