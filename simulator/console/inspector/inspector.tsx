import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { Calls } from './calls.tsx';
import { Macros } from './macros/macros.tsx';
import { Sensors } from './sensors.tsx';
import { Timeline } from './timeline/timeline.tsx';
import './inspector.css';

type TabId = 'timeline' | 'macros' | 'sensors' | 'calls';

const TABS: readonly Tab<TabId>[] = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'macros', label: 'Macros' },
  { id: 'sensors', label: 'Sensors' },
  { id: 'calls', label: 'Calls' },
];

const PANELS: Readonly<Record<TabId, () => VNode>> = {
  timeline: Timeline,
  macros: Macros,
  sensors: Sensors,
  calls: Calls,
};

const selected = signal<TabId>('timeline');

/** What happens inside the device. */
export function Inspector() {
  const Panel = PANELS[selected.value];
  return (
    <section class="inspector" aria-label="Inside the device">
      <Tabs
        label="Inside the device"
        tabs={TABS}
        selected={selected.value}
        onSelect={(id) => {
          selected.value = id;
        }}
      >
        <Panel />
      </Tabs>
    </section>
  );
}
