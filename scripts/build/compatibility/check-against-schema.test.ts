import { describe, expect, test } from 'vitest';
import { catalogueIndex } from '#simulator/device/catalogue-index';
import { schemaDocument } from '#simulator/device/schema-document';
import { bundleMacros } from '../bundle-macros.ts';
import { usesOf } from '../testing/uses-of.ts';
import { checkAgainstSchema } from './check-against-schema.ts';
import { checkCompatibility } from './check-compatibility.ts';

/** What a device of that kind answers to `xDoc`, and what it was asked. */
function deviceSchema(product: string, release: string) {
  const index = catalogueIndex(product, release);
  const roots = {
    Command: schemaDocument(index.command),
    Status: schemaDocument(index.status),
    Configuration: schemaDocument(index.configuration),
    Event: schemaDocument(index.event),
  };
  const asked: string[] = [];
  const schemaOf = async (path: string): Promise<unknown> => {
    asked.push(path);
    return path.split(' ').reduce<unknown>(below, roots);
  };
  return { asked, schemaOf };
}
const below = (node: unknown, name: string) => (node as Readonly<Record<string, unknown>>)[name];

const CODE = `import xapi from 'xapi';
  xapi.Command.Audio.Volume.Set({ Level: 5, Echo: 1 });
  xapi.Command.HttpClient.Post({ Url: 'https://a.example', Header: ['a: b'] }, 'body');
  xapi.Command.Audio.Volume.Set();
  xapi.Config.Video.Input.Connector[77].Name.get();
  xapi.Status.Video.Input.Connector[1].Connected.get();
  xapi.Status.Call['*'].Status.on(console.log);
  xapi.Status[globalThis.x].Mode.get();
  xapi.Event.Message.Send.Text.on(console.log);
  xapi.Event.Message.Send.Voice.on(console.log);
  xapi.Config.Nothing.get();`;

describe('a device’s own schema', () => {
  test('is asked once for each first name', async () => {
    const { asked, schemaOf } = deviceSchema('Room Bar', '11.14');
    await checkAgainstSchema({ name: 'mine', uses: await usesOf(CODE) }, schemaOf);
    expect(asked).toEqual([
      'Command Audio',
      'Command HttpClient',
      'Configuration Video',
      'Status Video',
      'Status Call',
      'Status',
      'Event Message',
      'Configuration Nothing',
    ]);
  });

  test.each([
    ['Room Bar', '11.14'],
    ['Desk Pro', '26.4'],
  ])('of a %s on %s says what the catalogue says', async (product, release) => {
    const bundles = [{ name: 'mine', uses: await usesOf(CODE) }, ...(await bundleMacros(process.cwd()))];
    for (const bundle of bundles) {
      const { schemaOf } = deviceSchema(product, release);
      const faults = await checkAgainstSchema(bundle, schemaOf, `${product} on ${release}`);
      expect(faults).toEqual(checkCompatibility(bundle, { product, release }));
    }
  });

  test('that lacks what the catalogue promises has the last word', async () => {
    const uses = await usesOf("import xapi from 'xapi'; xapi.Status.Audio.Volume.get();");
    expect(await checkAgainstSchema({ name: 'mine', uses }, async () => undefined)).toMatchObject([
      {
        code: 'no-such-path',
        blocks: true,
        message: 'mine uses Status Audio Volume, which the device does not have (macros/mine/index.ts:1)',
      },
    ]);
  });

  test('that cannot be read ends the check', async () => {
    const uses = await usesOf("import xapi from 'xapi'; xapi.Status.Audio.Volume.get();");
    const failing = checkAgainstSchema({ name: 'mine', uses }, () => Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
  });
});
