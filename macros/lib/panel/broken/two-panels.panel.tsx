// 5:3: a panel is one <Panel>, not several elements in a row
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Panel }) => (
  <>
    <Panel id="one" name="One" location="Hidden" icon="Home" color="#1170CF" />
    <Panel id="two" name="Two" location="Hidden" icon="Home" color="#1170CF" />
  </>
));
