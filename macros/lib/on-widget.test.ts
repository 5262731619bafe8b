import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { panelPlugin } from '#scripts/build/panel/panel-plugin';
import { MacroDevice } from '#test/macros/macro-device';

const root = process.cwd();

/** Logs every touch that the handlers hear of. */
const MACRO = `
  import { onWidget } from './on-widget.ts';
  import { savePanel } from './save-panel.ts';
  import panel from './panel/test/every-part.panel.tsx';
  const say = (what) => async (value) => console.log(what, typeof value, value);
  onWidget(panel, 'lights', 'changed', say('lights'));
  onWidget(panel, 'lights', 'changed', say('lights again'));
  onWidget(panel, 'blinds', 'changed', say('blinds'));
  onWidget(panel, 'blinds', 'released', say('blinds released'));
  onWidget(panel, 'source', 'pressed', say('source'));
  onWidget(panel, 'go', 'clicked', async () => { throw { code: 1, message: 'Not now' }; });
  savePanel(panel);
`;

let room: MacroDevice;
beforeEach(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: MACRO, resolveDir: join(root, 'macros/lib') },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['xapi'],
    plugins: [panelPlugin(root)],
  });
  room = await MacroDevice.start();
  room.device.macros.store.save('touches', outputFiles[0]?.text ?? '');
  room.device.macros.store.activate('touches');
  await room.device.macros.restart();
  await room.device.settled();
});
afterEach(() => room.device.close());

/** What is logged while somebody touches a widget. */
async function heard(widgetId: string, type: string, value: string): Promise<string[]> {
  const before = room.device.journal.last;
  await room.touch(widgetId, type, value);
  return room.log(before).map((line) => line.replace(/^\w+ touches /, ''));
}

test('the device has the panel', () => {
  expect(room.panel('all')?.pages).toHaveLength(2);
});

describe('a handler hears of its widget', () => {
  test('a text, with the other handlers of the same touch', async () => {
    expect(await heard('lights', 'changed', 'on')).toEqual(['lights string on', 'lights again string on']);
  });

  test('of a slider a number', async () => {
    expect(await heard('blinds', 'released', '128')).toEqual(['blinds released number 128']);
    expect(await heard('blinds', 'changed', '0')).toEqual(['blinds number 0']);
  });

  test('of a group its key, though it looks like a number', async () => {
    expect(await heard('source', 'pressed', '1')).toEqual(['source string 1']);
  });
});

describe('a handler hears nothing', () => {
  test.each([
    ['of another widget', 'projector', 'changed', 'on'],
    ['of another panel', 'elses-lights', 'changed', 'on'],
    ['of another action', 'lights', 'pressed', 'on'],
    ['of a slider without a number', 'blinds', 'changed', ''],
  ])('%s', async (_, widgetId, type, value) => {
    expect(await heard(widgetId, type, value)).toEqual([]);
  });
});

test('all handlers share one subscription', () => {
  const subscriptions = [...room.device.journal.after(0)].filter(
    ({ kind, origin }) => kind === 'subscribe' && origin === 'macro:touches',
  );
  expect(subscriptions).toHaveLength(1);
});

test('what the device refuses is shown under the widget', async () => {
  await heard('go', 'clicked', '');
  expect(room.screen.alert?.text).toBe('go did not work: Not now');
});
