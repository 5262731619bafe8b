import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathTree } from './path-tree.ts';

const leaf = (text = 'string') => ({ text, doc: [] });
const treeOf = (...paths: string[]) =>
  pathTree(
    'Things',
    paths.map((path) => ({ paths: [path], leaf: leaf() })),
  );

test('each first segment has an interface of its own', () => {
  expect(treeOf('Audio Volume', 'Name')).toBe(
    '\nexport interface Things {\n  Audio: AudioThings;\n  Name: string;\n}\n' +
      '\nexport interface AudioThings {\n  Volume: string;\n}\n',
  );
});

test('a list knows the indices that some device has, in their order', () => {
  const text = treeOf('Video Input[10] Name', 'Video Input[1..3] Name', 'Video Input[2] Type');
  expect(text).toContain('Input: List<{\n    Name: string;\n    Type: string;\n  }, 1 | 2 | 3 | 10>;');
});

test('an unbounded list takes any index', () => {
  expect(treeOf('Call[n] Channel[n] Type')).toContain('Call: List<{\n    Channel: List<{');
  expect(treeOf('Calls Call[n] Type')).toContain('}, AnyIndex>;');
  expect(treeOf('A Lamp[1..2] Level', 'A Lamp[n] Level')).toContain('}, AnyIndex>;');
});

test('a list of bare values', () => {
  expect(treeOf('A Lamp[n]')).toContain('Lamp: List<string, AnyIndex>;');
});

test('a value, a parent and a list under one name are all there', () => {
  expect(treeOf('A Zoom', 'A Zoom Factor')).toContain('Zoom: Either<string, {\n    Factor: string;\n  }>;');
  expect(treeOf('A Camera[n] Name', 'A Camera Name')).toMatch(
    /Camera: Either<\{[^}]*\}, List<\{[^}]*\}, AnyIndex>>;/,
  );
});

test('a command is a method, and may have commands below it', () => {
  const command = { isCommand: true, text: '(): Promise<void>', doc: [] } as const;
  const commandTree = (...paths: string[]) => pathTree('Things', [{ paths, leaf: command }]);
  expect(commandTree('Dial')).toContain('\n  Dial(): Promise<void>;\n');
  expect(commandTree('A Dial', 'A Dial Again')).toContain(
    'Dial: { (): Promise<void> } & {\n    Again(): Promise<void>;\n  };',
  );
});

test('comments stand above what they are about; nothing in them ends them', () => {
  const text = pathTree('Things', [
    { paths: ['A B'], leaf: { text: 'string', doc: ['Ends */ here.', '@deprecated'] } },
  ]);
  expect(text).toContain('  /**\n   * Ends * / here.\n   * @deprecated\n   */\n  B: string;\n');
});

test('the braces close, whatever the paths', () => {
  const segment = fc.constantFrom('A', 'B', 'C[n]', 'C[1..3]', 'C', 'D[2]');
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join(' '));
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const text = treeOf(...paths);
      for (const pair of ['{}', '<>', '()']) {
        const [open = '', close = ''] = pair;
        expect(text.split(open).length).toBe(text.split(close).length);
      }
    }),
  );
});
