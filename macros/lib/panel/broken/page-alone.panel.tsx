// 4:46: <Page> stands at the top; it belongs in <Panel>
import { definePanel } from '../define-panel.ts';

export default definePanel({}, ({ Page }) => <Page id="page" name="Page" />);
