import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '#scripts/lib/user-error';
import { testDevice } from '#simulator/device/test-device';
import { loadCatalogue } from '#xapi';
import { generateTypes } from './generate-types.ts';
import { narrowCatalogue } from './narrow-catalogue.ts';
import { readSchema } from './read-schema.ts';

/** Without the comments: a schema does not say how often a parameter may be repeated. */
const typesOnly = (files: Readonly<Record<string, string>>) =>
  Object.values(files)
    .join('')
    .replaceAll(/ *\/\*\*[\s\S]*?\*\/\n/g, '');

test.each(['Board Pro 55', 'Desk Pro', 'Codec Pro', 'Navigator'])(
  'the own schema of a %s gives its types',
  (product) => {
    const { device } = testDevice({ product, release: '26.4' });
    const roots = ['Command', 'Configuration', 'Event', 'Status'];
    const schema = Object.fromEntries(roots.map((root) => [root, device.schema([root])]));
    const own = generateTypes(readSchema(JSON.parse(JSON.stringify(schema))), 'a test');
    const listed = generateTypes(narrowCatalogue(loadCatalogue(), { product, release: '26.4' }), 'a test');
    expect(typesOnly(own)).toBe(typesOnly(listed));
  },
);

const command = { command: 'True', access: 'public-api' };
const string = { ValueSpace: { type: 'String' } };

test('what is not public is left out', () => {
  const { entries } = readSchema({
    Command: { Open: command, Hidden: { ...command, access: 'internal-api' }, Kept: { command: 'True' } },
  });
  expect(entries.map(({ path }) => path)).toEqual(['Open', 'Kept']);
});

test('a saved schema of jsxapi names the statuses its own way', () => {
  const { entries } = readSchema({
    StatusSchema: { Call: [{ id: 'n', Name: { access: 'public-api', ...string } }] },
  });
  expect(entries).toMatchObject([{ type: 'Status', path: 'Call[n] Name', value: { type: 'String' } }]);
});

test('numbers stand for their texts', () => {
  const space = { type: 'Integer', Min: 1, Max: '9' };
  const { entries } = readSchema({
    Command: { Dim: { ...command, Level: { default: 5, ValueSpace: space } } },
    Status: { Lamp: { ValueSpace: { type: 'Literal', Value: [1, 2] } } },
  });
  expect(entries).toMatchObject([
    { params: [{ name: 'Level', default: '5', type: 'Integer', min: 1, max: 9 }] },
    { value: { values: ['1', '2'] } },
  ]);
});

test('a type that nobody has heard of takes any text', () => {
  const { entries } = readSchema({ Status: { New: { ValueSpace: { type: 'Quaternion', Max: '7' } } } });
  expect(entries).toMatchObject([{ value: { type: 'String', max: 7 } }]);
});

test.each([
  ['a text', 'schema', 'the file: an object is expected'],
  ['no root', { Xapi: {} }, 'the file: one of Command, Configuration, Event, Status'],
  ['a root that is no tree', { Status: 7 }, 'Status: an object is expected'],
  ['a list of commands', { Command: { Dial: [command] } }, 'Command Dial: an object is expected'],
  ['a list in a list', { Status: { Call: [[]] } }, 'Status Call[n]: an object is expected'],
  ['a value in place of a child', { Status: { Audio: { Volume: 7 } } }, 'Status Audio Volume: an object'],
  [
    'a parameter without its type',
    { Command: { Dial: { ...command, Number: {} } } },
    'Command Dial Number ValueSpace:',
  ],
  [
    'a bound that is no number',
    { Status: { A: { ValueSpace: { type: 'Integer', Max: 'x' } } } },
    'Status A ValueSpace.Max:',
  ],
  [
    'a field of no type',
    { Event: { Boot: { event: 'True', Action: { type: 'blob' } } } },
    'Event Boot Action type:',
  ],
])('%s is refused with its place', (_, schema, message) => {
  expect(() => readSchema(schema)).toThrow(message);
});

test('whatever JSON it is given, it reads it or says what is wrong', () => {
  const roots = fc.constantFrom('Command', 'Status', 'Configuration', 'Event');
  fc.assert(
    fc.property(fc.dictionary(roots, fc.jsonValue({ maxDepth: 6 })), (schema) => {
      try {
        generateTypes(readSchema(schema), 'a test');
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
