import type { ScreenPanel } from '../../device/screen.ts';
import { selectedName } from '../state/selected-device.ts';
import { clockText } from '../ui/device-clock.ts';
import { PanelIcon } from './panel-icon.tsx';
import { pressPanel } from './touch.ts';
import './navigator-home.css';

/** Where a panel's button is not on the home screen. */
const ELSEWHERE = ['Hidden', 'CallControls', 'ControlPanel'];

const isOnHome = ({ location, visible }: ScreenPanel) => visible && !ELSEWHERE.includes(location);

interface NavigatorHomeProps {
  readonly panels: readonly ScreenPanel[];
  /** A panel stands open before it. */
  readonly covered: boolean;
}

export function NavigatorHome({ panels, covered }: NavigatorHomeProps) {
  return (
    <div class={covered ? 'touch-home touch-home-covered' : 'touch-home'}>
      <header class="touch-bar">
        <span>{selectedName.value}</span>
        <span class="touch-clock">{clockText.value}</span>
      </header>
      <div class="touch-buttons">
        {panels.filter(isOnHome).map((panel) => (
          <button
            type="button"
            class="panel-button"
            aria-label={panel.name}
            key={panel.id}
            onClick={() => pressPanel(panel)}
          >
            <PanelIcon icon={panel.icon} color={panel.color} />
            <span>{panel.name}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
