import { actOnWidget } from '../touch.ts';

/**
 * A button that is held down tells `pressed` at once, and `released` and `clicked` when it is let go; one that
 * is let go elsewhere is only `released`. From the keyboard the three come together.
 */
export function pressHandlers(widgetId: string, value = '') {
  let held = false;
  const release = () => {
    if (held) void actOnWidget(widgetId, 'released', value);
    held = false;
  };
  return {
    onPointerDown: () => {
      held = true;
      void actOnWidget(widgetId, 'pressed', value);
    },
    onPointerUp: release,
    onPointerLeave: release,
    onPointerCancel: release,
    onClick: ({ detail }: MouseEvent) => {
      const fromKeyboard = detail === 0;
      if (fromKeyboard) {
        void actOnWidget(widgetId, 'pressed', value);
        void actOnWidget(widgetId, 'released', value);
      }
      void actOnWidget(widgetId, 'clicked', value);
    },
  };
}
