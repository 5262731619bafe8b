/**
 * Widgets of the panel `room-controls`; their values on the device are the room's state (docs/architecture.md).
 * In a file without `xapi`, because the panel is drawn where there is no device.
 */
export const ROOM_WIDGETS = {
  'room-lights': 'ToggleButton',
  'room-blinds': 'Slider',
  'room-temperature': 'Spinner',
  'room-volume': 'Slider',
} as const;

export type RoomWidgetId = keyof typeof ROOM_WIDGETS;
