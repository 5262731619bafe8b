// What compiles in a panel and its handlers and what must not: `tsc -p macros` reads this, nothing runs it.
// What must not is also refused by the build: see the panels in ../broken.
import { onWidget } from '../../on-widget.ts';
import { savePanel } from '../../save-panel.ts';
import { definePanel } from '../define-panel.ts';
import type { WidgetId } from '../panel.ts';
import panel from './every-part.panel.tsx';

const nothing = async () => {};

/** The value follows the widget. */
export function handlers() {
  onWidget(panel, 'lights', 'changed', async (value) => value satisfies 'on' | 'off');
  onWidget(panel, 'blinds', 'released', async (value) => value satisfies number);
  onWidget(panel, 'heat', 'clicked', async (value) => value satisfies 'increment' | 'decrement');
  onWidget(panel, 'go', 'clicked', async (value) => value satisfies '');
  onWidget(panel, 'source', 'pressed', async (value) => value satisfies 'usb' | '1');
  onWidget(
    panel,
    'pad',
    'pressed',
    async (value) => value satisfies 'up' | 'down' | 'left' | 'right' | 'center',
  );
  // @ts-expect-error no such widget
  onWidget(panel, 'lamp', 'changed', nothing);
  // @ts-expect-error nobody clicks a toggle button
  onWidget(panel, 'lights', 'clicked', nothing);
  // @ts-expect-error a button has no changes
  onWidget(panel, 'go', 'changed', nothing);
  // @ts-expect-error a text cannot be touched
  onWidget(panel, 'note', 'pressed', nothing);
  // @ts-expect-error no such value
  onWidget(panel, 'lights', 'changed', async (value) => value === 'dim');
  // @ts-expect-error no such key
  onWidget(panel, 'source', 'released', async (value) => value === 'vga');
  // @ts-expect-error a slider's value is a number
  onWidget(panel, 'blinds', 'released', async (value) => value satisfies string);
  // @ts-expect-error what the listener does is awaited, so that a refusal is shown
  onWidget(panel, 'blinds', 'released', () => undefined);
}

/** The ids are types. */
export function ids(id: WidgetId<typeof panel>) {
  id satisfies 'lights' | 'projector' | 'blinds' | 'heat' | 'go' | 'back' | 'source' | 'note' | 'pad' | 'gap';
  'source' satisfies WidgetId<typeof panel>;
  // @ts-expect-error no such widget
  'lamp' satisfies WidgetId<typeof panel>;
}

/** A macro gets the id and the XML; the widgets stay behind. */
export async function imports() {
  await savePanel(panel);
  panel.id satisfies string;
  // @ts-expect-error only the build has them
  panel.widgets;
}

/** An element takes the ids that are declared for its kind, and the properties that the device knows. */
export const elements = definePanel(
  { lights: 'ToggleButton', blinds: 'Slider', go: 'Button', source: ['usb', 'hdmi'] },
  ({ Button, GroupButton, IconButton, Panel, Row, Slider, Spinner, ToggleButton }) => {
    const all = [
      <Slider key={1} id="blinds" />,
      // @ts-expect-error declared as a toggle button
      <Slider key={2} id="lights" />,
      // @ts-expect-error not declared
      <ToggleButton key={3} id="lamp" />,
      // @ts-expect-error no spinner is declared
      <Spinner key={4} id="blinds" />,
      // @ts-expect-error four columns at most
      <Slider key={5} id="blinds" size={0} />,
      // @ts-expect-error a toggle button has one size
      <ToggleButton key={6} id="lights" size={2} />,
      // @ts-expect-error a button says something
      <Button key={7} id="go" />,
      // @ts-expect-error no such icon
      <IconButton key={8} id="go" icon="fish" />,
      <GroupButton key={9} id="source" values={{ usb: 'USB-C', hdmi: 'HDMI' }} />,
      // @ts-expect-error a key is missing
      <GroupButton key={10} id="source" values={{ usb: 'USB-C' }} />,
      // @ts-expect-error a key is unknown
      <GroupButton key={11} id="source" values={{ usb: 'USB-C', hdmi: 'HDMI', vga: 'VGA' }} />,
      // @ts-expect-error nothing stands in a widget
      <Slider key={12} id="blinds">
        {null}
      </Slider>,
      // @ts-expect-error no text between elements
      <Row key={13}>Lights</Row>,
      // @ts-expect-error a panel has an icon
      <Panel key={14} id="room" name="Room" location="HomeScreen" color="#1170CF" />,
    ];
    // TypeScript types every element alike, so that this compiles; the build refuses it.
    return (
      <Panel id="room" name="Room" location="Hidden" icon="Home" color="#000000">
        {all}
      </Panel>
    );
  },
);

// @ts-expect-error no such kind of widget
export const kinds = definePanel({ dial: 'Dial' }, ({ Panel }) => (
  <Panel id="room" name="Room" location="Hidden" icon="Home" color="#000000" />
));
