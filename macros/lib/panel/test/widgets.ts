/** One of each kind. */
export const WIDGETS = {
  lights: 'ToggleButton',
  projector: 'ToggleButton',
  blinds: 'Slider',
  heat: 'Spinner',
  go: 'Button',
  back: 'Button',
  source: ['usb', '1'],
  note: 'Text',
  pad: 'DirectionalPad',
  gap: 'Spacer',
} as const;
