import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPanels } from './check-panels.ts';

const root = process.cwd();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-panels-'));
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await cp(join(root, 'macros/lib'), join(folder, 'macros/lib'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'macros/room'));
});
afterEach(() => rm(folder, { recursive: true }));

test('our own panels are right', async () => {
  const files = [
    'macros/room-controls/room-controls.panel.tsx',
    'macros/web-view-keeper/close-page.panel.tsx',
  ];
  expect(await checkPanels(root, files)).toEqual([]);
});

test('a panel that TypeScript lets pass is named with its fault and its place', async () => {
  await writeFile(
    join(folder, 'macros/room/room.panel.tsx'),
    `import { definePanel } from '../lib/panel/define-panel.ts';
export default definePanel({}, ({ Panel, Row }) => (
  <Panel id="room" name="Room" location="Hidden" icon="Home" color="#000000">
    <Row name="Lights" />
  </Panel>
));`,
  );
  expect(await checkPanels(folder, ['macros/room/room.panel.tsx', 'macros/room/index.ts'])).toEqual([
    'macros/room/room.panel.tsx:4:5: <Row> stands in <Panel>; it belongs in <Page>',
  ]);
});

test('the panel of docs/macros.md is right', async () => {
  const [, example] = /```tsx\n(.*?)```/s.exec(await readFile(join(root, 'docs/macros.md'), 'utf8')) ?? [];
  await writeFile(join(folder, 'macros/room/desk.panel.tsx'), example ?? '');
  expect(example).toContain('definePanel');
  expect(await checkPanels(folder, ['macros/room/desk.panel.tsx'])).toEqual([]);
});

test('the broken panels of the tests are no concern of it', async () => {
  expect(await checkPanels(root, ['macros/lib/panel/broken/row-in-panel.panel.tsx'])).toEqual([]);
});
