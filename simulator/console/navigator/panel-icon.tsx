import { Icon, type IconName } from '../ui/icon.tsx';

/** The names that a panel's XML gives to its icon, and what we draw for them. */
const ICONS: ReadonlyMap<string, IconName> = new Map<string, IconName>(
  Object.entries({
    Blinds: 'blinds',
    Briefing: 'page',
    Camera: 'camera',
    Helpdesk: 'people',
    Help: 'info',
    Home: 'home',
    Hvac: 'thermometer',
    Info: 'info',
    Input: 'page',
    Laptop: 'page',
    Lightbulb: 'lightbulb',
    Microphone: 'microphone',
    Power: 'power',
    Sliders: 'sliders',
    Spark: 'listen',
    Temperature: 'thermometer',
    Tv: 'page',
    Webex: 'listen',
  }),
);

const COLOR = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i;

/** A panel's round icon in the panel's colour; a name that we do not know gets the sliders. */
export function PanelIcon({ icon, color }: { icon: string; color: string }) {
  return (
    <span class="panel-icon" style={{ background: COLOR.test(color) ? color : '#4a5159' }}>
      <Icon name={ICONS.get(icon) ?? 'sliders'} />
    </span>
  );
}
