import { definePanel } from '../lib/panel/define-panel.ts';

/** A panel without pages is a button. */
export default definePanel({}, ({ Panel }) => (
  <Panel
    id="close-page"
    name="Close page"
    location="HomeScreenAndCallControls"
    icon="Power"
    color="#D43B52"
  />
));
