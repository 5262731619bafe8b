import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathTree } from './path-tree.ts';
import { treeText } from './tree-text.ts';

const leaf = { text: 'string', doc: [] };
const leavesAt = (...paths: string[]) => paths.map((path) => ({ paths: [path], leaf }));
const valuesOf = (...paths: string[]) => treeText(pathTree('Things', leavesAt(...paths)), 'values');
const commandsOf = (...paths: string[]) => {
  const command = { text: '(): Promise<void>', doc: [] };
  return treeText(pathTree('Things', [{ paths, leaf: command }]), 'commands');
};

test('each branch has an interface of its own, named by its path', () => {
  expect(valuesOf('Audio Volume', 'Name')).toBe(
    `
export interface Things<Of extends Kind> {
  readonly Audio: Branch<AudioThings<Of>, AudioThings<'Values'>, Of>;
  readonly Name: Value<string, Of>;
}

export interface AudioThings<Of extends Kind> {
  readonly Volume: Value<string, Of>;
}
`,
  );
});

test('a list knows the indices that some device has, in their order', () => {
  const text = valuesOf('Input[10] Name', 'Input[1..3] Name', 'Input[2] Type');
  expect(text).toMatch(/readonly Input: List<InputItemThings<Of>, .*, 1 \| 2 \| 3 \| 10, Of>;/);
  expect(text).toContain(
    'InputItemThings<Of extends Kind> {\n  readonly Name: Value<string, Of>;\n  readonly Type: Value<string, Of>;\n}',
  );
});

test('an unbounded list takes any index', () => {
  expect(valuesOf('Call[n] Channel[n] Type').match(/AnyIndex/g)).toHaveLength(2);
  expect(valuesOf('Lamp[1..2] Level', 'Lamp[n] Level')).toContain(', AnyIndex, Of>;');
});

test('a list of bare values', () => {
  expect(valuesOf('Lamp[n]')).toContain('readonly Lamp: ValueList<string, AnyIndex, Of>;');
});

test('a value, a parent and a list under one name are all there', () => {
  expect(valuesOf('Zoom', 'Zoom Factor')).toContain(
    "readonly Zoom: Either<Value<string, Of>, Branch<ZoomThings<Of>, ZoomThings<'Values'>, Of>, Of>;",
  );
  expect(valuesOf('Camera[n] Name', 'Camera Name')).toMatch(
    /readonly Camera: Either<Branch<CameraThings<Of>, .*>, List<CameraItemThings<Of>, .*>, Of>;/,
  );
});

test('a command is a method, and may have commands below it', () => {
  expect(commandsOf('Dial')).toContain('\n  Dial(): Promise<void>;\n');
  expect(commandsOf('Dial', 'Dial Again')).toBe(
    `
export interface Things {
  readonly Dial: { (): Promise<void> } & DialThings;
}

export interface DialThings {
  Again(): Promise<void>;
}
`,
  );
});

test('paths whose words run together to the same name stay apart', () => {
  const text = valuesOf('A BC D', 'AB C D', 'ABC D');
  const names = [...text.matchAll(/interface (\w+)/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(6);
});

test('comments stand above what they are about; nothing in them ends them', () => {
  const doc = ['Ends */ here.', '@deprecated'];
  const text = treeText(pathTree('Things', [{ paths: ['B'], leaf: { text: 'string', doc } }]), 'values');
  expect(text).toContain(
    '  /**\n   * Ends * / here.\n   * @deprecated\n   */\n  readonly B: Value<string, Of>;\n',
  );
});

test('every branch that is named is declared, once', () => {
  const segment = fc.constantFrom('A', 'B', 'C[n]', 'C[1..3]', 'C', 'D[2]', 'AB');
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join(' '));
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const text = valuesOf(...paths);
      const declared = [...text.matchAll(/interface (\w+)/g)].map(([, name]) => name);
      const named = new Set([...text.matchAll(/<(\w+)<Of>/g)].map(([, name]) => name));
      expect(new Set(declared)).toEqual(new Set(['Things', ...named]));
      expect(declared).toHaveLength(named.size + 1);
    }),
  );
});
