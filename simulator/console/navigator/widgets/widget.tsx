import type { VNode } from 'preact';
import type { ScreenWidget } from '../../../device/screen.ts';
import { ButtonWidget, IconButtonWidget } from './button-widget.tsx';
import { DirectionalPad } from './directional-pad.tsx';
import { GroupButton } from './group-button.tsx';
import { SliderWidget } from './slider-widget.tsx';
import { SpinnerWidget } from './spinner-widget.tsx';
import { TextWidget } from './text-widget.tsx';
import { ToggleButton } from './toggle-button.tsx';
import { widgetOptions } from './widget-options.ts';
import './widgets.css';

/** What every kind of widget is drawn from. */
export interface WidgetProps {
  readonly widget: ScreenWidget;
  /** For the eye the name stands in the row. */
  readonly label: string;
}

/** By the type that a panel’s XML gives. */
const KINDS: ReadonlyMap<string, (props: WidgetProps) => VNode> = new Map(
  Object.entries({
    Button: ButtonWidget,
    DirectionalPad,
    GroupButton,
    IconButton: IconButtonWidget,
    Slider: SliderWidget,
    Spinner: SpinnerWidget,
    Text: TextWidget,
    ToggleButton,
  }),
);

/** One widget of a row, as wide as its options say; a kind that is not drawn here says so. */
export function Widget({ widget, rowName }: { widget: ScreenWidget; rowName: string }) {
  const Kind = KINDS.get(widget.type) ?? UnknownWidget;
  const { size } = widgetOptions(widget);
  return (
    <div class="widget" style={{ gridColumn: `span ${size}` }}>
      <Kind widget={widget} label={widget.name || rowName || widget.id} />
    </div>
  );
}

const UnknownWidget = ({ widget }: WidgetProps) => (
  <span class="widget-unknown">{widget.type} is not drawn here</span>
);
