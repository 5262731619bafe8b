import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MacroSettings } from '../../deploy/target.ts';
import { bundleMacros, createBundler } from '../bundle-macros.ts';
import { MacroProject } from '../testing/macro-project.ts';

interface Inventory {
  readonly defaults: Part;
  readonly devices: Readonly<Record<string, Part>>;
}
interface Part {
  readonly settings?: MacroSettings;
}

const SETTINGS = `
  import * as v from 'valibot';
  export const schema = v.strictObject({
    seconds: v.optional(v.pipe(v.number(), v.minValue(1)), 30),
    mode: v.optional(v.picklist(['Modal', 'Fullscreen']), 'Modal'),
    names: v.optional(v.strictObject({ room: v.optional(v.string(), 'Room') }), {}),
    token: v.optional(v.pipe(v.string(), v.metadata({ secret: true }))),
  });
  export const settings = MACRO_SETTINGS as v.InferOutput<typeof schema>;`;
const INDEX = `import { settings } from './settings.ts';\nconsole.log(settings.seconds, settings.mode, settings);`;

let project: MacroProject;
beforeEach(async () => {
  project = await MacroProject.create();
  await project.write('bell/settings.ts', SETTINGS);
  await project.write('bell/index.ts', INDEX);
});
afterEach(() => project.remove());

const bundle = async (settings?: Record<string, unknown>) => {
  const [built] = await project.bundle(settings ? { settings: { bell: settings } } : {});
  if (!built) throw new Error('nothing was built');
  return built;
};
const refusal = async (settings: Record<string, Record<string, unknown>>) => {
  const failure = await project.bundle({ settings }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'bad-settings', exitCode: 2 });
  return (failure as Error).message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
};

describe('a macro carries its settings', () => {
  test('as plain values, the defaults where nothing else is said', async () => {
    const { source, secrets } = await bundle();
    expect(source).toContain('{seconds:30,mode:"Modal",names:{room:"Room"}}');
    expect(secrets).toEqual([]);
  });

  test('those of the device in place of the defaults', async () => {
    const { source } = await bundle({ seconds: 5, names: { room: 'Küche' } });
    expect(source).toContain('{seconds:5,mode:"Modal",names:{room:"Küche"}}');
  });

  test('without the library that checked them', async () => {
    const { bytes, source } = await bundle();
    expect(bytes).toBeLessThan(400);
    expect(source).not.toMatch(/strict_object|Invalid/);
  });

  test('its hash is that of code and settings: equal settings, equal hash', async () => {
    const [plain, same, other] = [
      await bundle(),
      await bundle({ seconds: 30 }),
      await bundle({ seconds: 31 }),
    ];
    expect(same.hash).toBe(plain.hash);
    expect(other.hash).not.toBe(plain.hash);
  });
});

describe('a secret', () => {
  test('is named where it has a value, and stands in the code', async () => {
    const { secrets, source } = await bundle({ token: 'opensesame' });
    expect(secrets).toEqual(['token']);
    expect(source).toContain('opensesame');
  });

  test('is not in the source map', async () => {
    expect((await bundle({ token: 'opensesame' })).map).not.toContain('opensesame');
  });

  test('lies in a file that only its owner can read', async () => {
    const { hash } = await bundle({ token: 'opensesame' });
    const file = join(project.root, 'dist/macros', `bell.${hash.slice(0, 12)}.js`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is not shown when it is wrong', async () => {
    expect(await refusal({ bell: { token: 12345 } })).toEqual([
      'bell: token: found a secret number, expected string',
    ]);
  });
});

test('devices with settings of their own leave the bundle with the defaults where it is', async () => {
  const plain = await bundle();
  const own = await bundle({ seconds: 5 });
  const kept = (name: string) => readFile(join(project.root, 'dist/macros', name), 'utf8');
  expect(await kept('bell.js')).toBe(plain.source);
  expect(await kept(`bell.${own.hash.slice(0, 12)}.js`)).toBe(own.source);
  expect(await kept(`bell.${own.hash.slice(0, 12)}.js.map`)).toBe(own.map);
});

test('one bundler builds once for equal settings, from the sources as they were', async () => {
  const build = project.bundler();
  const [one] = await build({ settings: { bell: { seconds: 5 } } });
  await project.write('bell/index.ts', 'console.log("changed");');
  const [same] = await build({ settings: { bell: { seconds: 5, mode: 'Modal' } } });
  expect(same).toBe(one);
});

describe('settings that are not as the macro expects them', () => {
  test('are refused all together: macro, field, what was found, what was expected', async () => {
    await project.write('light/index.ts', 'console.log(1);');
    expect(
      await refusal({
        bell: { seconds: 'soon', mode: 'Small', names: { rom: 'A', room: 7 }, colour: 'red' },
        light: { on: true },
        lamp: {},
      }),
    ).toEqual([
      'lamp: there is no such macro. Known: bell, light.',
      'bell: seconds: found "soon", expected number',
      'bell: mode: found "Small", expected ("Modal" | "Fullscreen")',
      'bell: names.room: found 7, expected string',
      'bell: names.rom: there is no such setting.',
      'bell: colour: there is no such setting. Known: seconds, mode, names, token.',
      'light: on: this macro has no settings',
    ]);
  });

  test('a value out of range', async () => {
    expect(await refusal({ bell: { seconds: 0 } })).toEqual(['bell: seconds: found 0, expected >=1']);
  });

  test('one that is missing and has no default', async () => {
    await project.write(
      'bell/settings.ts',
      "import * as v from 'valibot'; export const schema = v.strictObject({ url: v.string() });",
    );
    expect(await refusal({})).toEqual(['bell: url: found nothing, expected a value']);
  });

  test('of a macro that is not chosen are refused, too', async () => {
    await project.write('light/index.ts', 'console.log(1);');
    const failing = project.bundle({ only: ['light'], settings: { bell: { seconds: 0 } } });
    await expect(failing).rejects.toMatchObject({ code: 'bad-settings' });
  });
});

describe('a settings.ts that is none', () => {
  test.each([
    [
      'export const settings = { a: 1 };',
      /settings\.ts: it must export a v\.strictObject\(\{ … \}\) called schema$/,
    ],
    ["export const schema = 'text';", /it must export a v\.strictObject/],
    ['const = 1;', /bell\/settings\.ts:1:7: Expected identifier/],
    ["throw new Error('broken');", /settings\.ts: broken$/],
  ])('%s is refused with its file', async (text, message) => {
    await project.write('bell/settings.ts', text);
    await expect(project.bundle()).rejects.toMatchObject({
      code: 'macro-build-failed',
      message: expect.stringMatching(message),
    });
  });
});

test('our own macros take the settings that they document', async () => {
  const settings = { 'web-view-keeper': { closeAfterSeconds: 300, emptyRoomSeconds: 0, retrySeconds: 5 } };
  const [keeper] = await bundleMacros(process.cwd(), { only: ['web-view-keeper'], settings });
  expect(keeper?.source).toContain('{closeAfterSeconds:300,emptyRoomSeconds:0,retrySeconds:5}');
});

test('every device of the example inventory has settings that our macros take', async () => {
  const text = await readFile('devices.example.yaml', 'utf8');
  const { defaults, devices } = parse(text) as Inventory;
  const build = createBundler(process.cwd());
  for (const { settings = {} } of [defaults, ...Object.values(devices)]) {
    expect(await build({ settings })).toHaveLength(3);
  }
});
