import { definePanel } from '../define-panel.ts';
import { WIDGETS } from './widgets.ts';

/** Every element with every property; what must compile. */
export default definePanel(WIDGETS, (part) => {
  const { Page, Panel, Row } = part;
  const Labelled = ({ name, id }: { readonly name: string; readonly id: 'lights' | 'projector' }) => (
    <Row name={name}>
      <part.ToggleButton id={id} />
    </Row>
  );
  const Toggles = () => (
    <>
      <Labelled name="Lights" id="lights" />
      <Labelled name="Projector" id="projector" />
    </>
  );
  return (
    <Panel id="all" name="All & <more>" location="ControlPanel" icon="Hvac" color="#0a0B0c" order={3}>
      <Page id="first" name="First" hideRowNames>
        <Toggles />
        {[
          <Row key="row">
            <part.Slider id="blinds" size={2} />
            <part.Spinner id="heat" size={2} style="plusminus" />
          </Row>,
        ]}
        {false}
      </Page>
      <Page id="second" name="Second">
        <Row name="Buttons">
          <part.Button id="go" text="Go" size={3} />
          <part.IconButton id="back" icon="back" />
          <part.GroupButton id="source" values={{ usb: 'USB-C', 1: 'HDMI 1' }} columns={2} />
        </Row>
        <Row name="Rest">
          <part.Text id="note" text="Note" size={4} fontSize="small" align="left" />
          <part.DirectionalPad id="pad" text="OK" />
          <part.Spacer id="gap" size={1} />
        </Row>
      </Page>
    </Panel>
  );
});
