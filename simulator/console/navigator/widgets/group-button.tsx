import type { ScreenWidget } from '../../../device/screen.ts';
import { actOnWidget } from '../touch.ts';
import type { WidgetProps } from './widget.tsx';

/** One of several; keeps the key of the one that was chosen last. It tells `pressed` and `released` only. */
export function GroupButton({ widget, label }: WidgetProps) {
  return (
    <fieldset class="widget-group" aria-label={label}>
      {widget.choices.map((choice) => (
        <Choice widget={widget} choice={choice} key={choice.key} />
      ))}
    </fieldset>
  );
}

function Choice({ widget, choice }: { widget: ScreenWidget; choice: ScreenWidget['choices'][number] }) {
  const choose = () => {
    void actOnWidget(widget.id, 'pressed', choice.key);
    void actOnWidget(widget.id, 'released', choice.key);
  };
  return (
    <button type="button" class="widget-choice" aria-pressed={widget.value === choice.key} onClick={choose}>
      {choice.name}
    </button>
  );
}
