import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPanelXml } from '#simulator/device/behaviors/panel-xml';
import { messageLines } from '../macro-build-error.ts';
import { panelPlugin } from './panel-plugin.ts';

const root = process.cwd();
const TEST = 'macros/lib/panel/test';

/** A macro that stands beside the panel of the type tests. */
async function bundle(contents: string, answer: 'code' | 'map' = 'code'): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: join(root, TEST), sourcefile: 'index.ts', loader: 'ts' },
    outfile: join(root, 'index.js'),
    bundle: true,
    write: false,
    sourcemap: 'external',
    format: 'esm',
    minify: true,
    external: ['xapi'],
    plugins: [panelPlugin(root)],
    logLevel: 'silent',
  });
  const [map = '', code = ''] = result.outputFiles.map(({ text }) => text);
  return answer === 'code' ? code : map;
}

const LOG_PANEL = "import panel from './every-part.panel.tsx'; console.log(panel);";

/** What a bundle logs. */
async function run(code: string): Promise<{ id: string; xml: string; sliders: string[] }> {
  let logged: unknown;
  new Function('console', code)({ log: (value: unknown) => (logged = value) });
  return logged as { id: string; xml: string; sliders: string[] };
}

describe('a macro that imports a panel', () => {
  test('gets its id, its XML and its sliders, and nothing else', async () => {
    const panel = await run(await bundle(LOG_PANEL));
    expect(Object.keys(panel)).toEqual(['id', 'xml', 'sliders']);
    expect(panel).toMatchObject({ id: 'all', sliders: ['blinds'] });
  });

  test('carries neither the JSX nor what checks it', async () => {
    const code = await bundle(LOG_PANEL);
    const { xml } = await run(code);
    expect(Buffer.byteLength(code) - Buffer.byteLength(xml)).toBeLessThan(150);
  });

  test('names in its source map every file that the panel was drawn from, and what stands in it', async () => {
    const { sources, sourcesContent } = JSON.parse(await bundle(LOG_PANEL, 'map'));
    const at = sources.indexOf(`${TEST}/every-part.panel.tsx`);
    expect(sourcesContent[at]).toBe(await readFile(join(root, TEST, 'every-part.panel.tsx'), 'utf8'));
    expect(sources).toContain(`${TEST}/widgets.ts`);
    expect(sources).toContain('macros/lib/panel/panel-fields.ts');
  });

  test('is the same for the same panel', async () => {
    expect(await bundle(LOG_PANEL)).toBe(await bundle(LOG_PANEL));
  });
});

test('every element becomes what the device knows', async () => {
  const { xml } = await run(await bundle(LOG_PANEL));
  const panel = readPanelXml('all', xml);
  expect(panel).toMatchObject({
    name: 'All & <more>',
    location: 'ControlPanel',
    icon: 'Hvac',
    color: '#0a0B0c',
  });
  expect(xml).toContain('<Order>3</Order>');
  expect(panel.pages.map(({ id, rows }) => [id, ...rows.map(({ name }) => name)])).toEqual([
    ['first', 'Lights', 'Projector', ''],
    ['second', 'Buttons', 'Rest'],
  ]);
  expect(xml.match(/<Options>hideRowNames=1<\/Options>/g)).toHaveLength(1);
  const widgets = panel.pages.flatMap(({ rows }) => rows.flatMap((row) => row.widgets));
  expect(widgets.map(({ id, type, name, options }) => [id, type, name, options].join(' | '))).toEqual([
    'lights | ToggleButton |  | ',
    'projector | ToggleButton |  | ',
    'blinds | Slider |  | size=2',
    'heat | Spinner |  | size=2;style=plusminus',
    'go | Button | Go | size=3',
    'back | Button |  | size=1;icon=back',
    'source | GroupButton |  | size=4;columns=2',
    'note | Text | Note | size=4;fontSize=small;align=left',
    'pad | DirectionalPad | OK | size=4',
    'gap | Spacer |  | size=1',
  ]);
});

test('the buttons of a group stand in the order of the declaration, numbers too', async () => {
  const { xml } = await run(await bundle(LOG_PANEL));
  const group = readPanelXml('all', xml)
    .pages.flatMap(({ rows }) => rows.flatMap((row) => row.widgets))
    .find(({ id }) => id === 'source');
  expect(group?.choices).toEqual([
    { key: 'usb', name: 'USB-C' },
    { key: '1', name: 'HDMI 1' },
  ]);
});

test('a panel whose import is missing is refused with its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'panels-'));
  await writeFile(join(folder, 'room.panel.tsx'), "\nexport { default } from './name.ts';");
  const failure = await bundle(`import panel from '${folder}/room.panel.tsx'; console.log(panel);`).then(
    () => undefined,
    (error: BuildFailure) => error,
  );
  expect(messageLines(failure?.errors ?? [])).toEqual([
    expect.stringMatching(/room\.panel\.tsx:2:25: Could not resolve "\.\/name\.ts"$/),
  ]);
  await rm(folder, { recursive: true });
});

describe('a handler', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'handlers-')), 'macros');
    await mkdir(folder);
  });
  afterEach(() => rm(dirname(folder), { recursive: true }));

  /** What the build says of a file with these lines below its imports. */
  async function faultsOf(...lines: string[]): Promise<string[]> {
    const imports = [
      `import { onWidget } from '${root}/macros/lib/on-widget.ts';`,
      `import room from '${root}/${TEST}/every-part.panel.tsx';`,
    ];
    await writeFile(join(folder, 'handle.ts'), [...imports, ...lines].join('\n'));
    const failure = await bundle(`import '${folder}/handle.ts';`).then(
      () => undefined,
      (error: BuildFailure) => error,
    );
    return messageLines(failure?.errors ?? []).map((line) => line.replace(/^.*\/(?=handle\.ts)/, ''));
  }

  test('of a widget of the panel is built', async () => {
    expect(
      await faultsOf(
        "onWidget(room, 'lights', 'changed', async () => {});",
        "onWidget(room, 'source', 'pressed', async () => {});",
      ),
    ).toEqual([]);
  });

  test('of a widget that the panel does not have is refused with its place', async () => {
    const [fault, ...others] = await faultsOf(
      '// ä 🎬',
      "  onWidget(room, 'lamp', 'changed', async () => {});",
    );
    expect(fault).toMatch(
      /^handle\.ts:4:18: the panel "all" has no widget "lamp"; it has "lights", "projector", /,
    );
    expect(others).toEqual([]);
  });

  test('of what never happens to the widget is refused with its place', async () => {
    expect(
      await faultsOf(
        "if (room.id) onWidget(room, 'source', 'clicked', async () => {});",
        "onWidget(room, 'note', 'pressed', async () => {});",
      ),
    ).toEqual([
      'handle.ts:3:39: the widget "source" is never "clicked"; what happens to it: "pressed", "released"',
      'handle.ts:4:24: the widget "note" is never "pressed"; what happens to it: nothing',
    ]);
  });

  test('whose names are found out while it runs is left to TypeScript', async () => {
    expect(await faultsOf("onWidget(room, String('lamp') as 'lights', 'changed', async () => {});")).toEqual(
      [],
    );
  });

  test('of something else of that name is not ours', async () => {
    expect(
      await faultsOf(
        "const all = { id: '' }; onWidget(all as never, 'lamp' as never, 'x' as never, room as never);",
      ),
    ).toEqual([]);
  });
});
