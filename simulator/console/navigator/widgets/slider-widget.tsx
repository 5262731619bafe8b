import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { actOnWidget } from '../touch.ts';
import { latestOnly } from './latest-only.ts';
import type { WidgetProps } from './widget.tsx';

/** What a slider's ends are on the wire. */
const LOWEST = 0;
const HIGHEST = 255;

/** Keeps `0` to `255`. While it is being moved it shows the finger's place, not the device's value. */
export function SliderWidget({ widget, label }: WidgetProps) {
  const moved = useSignal<number | null>(null);
  const sendChanged = useRef(latestOnly((value: string) => actOnWidget(widget.id, 'changed', value))).current;
  const value = moved.value ?? (Number(widget.value) || LOWEST);
  const move = (place: number) => {
    moved.value = place;
    sendChanged(String(place));
  };
  const release = async (place: number) => {
    await actOnWidget(widget.id, 'released', String(place));
    moved.value = null;
  };
  return (
    <input
      type="range"
      class="widget-slider"
      min={LOWEST}
      max={HIGHEST}
      value={value}
      aria-label={label}
      style={{ '--filled': `${(100 * value) / HIGHEST}%` }}
      onPointerDown={() => actOnWidget(widget.id, 'pressed', String(value))}
      onInput={(event) => move(event.currentTarget.valueAsNumber)}
      onChange={(event) => release(event.currentTarget.valueAsNumber)}
    />
  );
}
