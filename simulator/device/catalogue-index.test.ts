import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '#xapi';
import { catalogueIndex } from './catalogue-index.ts';
import { matchPath } from './match-path.ts';
import { formatPath } from './path.ts';
import { UnknownProductError } from './product.ts';
import { coversEntry, findNode, type SchemaNode } from './schema-node.ts';
import type { Path } from './types.ts';

function* entryPaths<Entry>(node: SchemaNode<Entry>, path: Path = []): Generator<Path> {
  if (node.entry !== undefined) yield path;
  for (const child of node.children.values()) yield* entryPaths(child, [...path, child.name]);
  for (const [id, item] of node.items) yield* entryPaths(item, [...path, id === 'n' ? 1 : id]);
}

describe('the index of a product and release', () => {
  test('is made once, whatever way its product and release are written', () => {
    const index = catalogueIndex('Board Pro 55', '26.4.1');
    expect(catalogueIndex('board pro 55', '26.4')).toBe(index);
    expect(catalogueIndex('helix_55', '26')).toBe(index);
    expect(index.release).toBe('26.4.1');
  });

  test('finds every entry of the catalogue that the product has', () => {
    const index = catalogueIndex('Board Pro 55', '26.4.1');
    const trees = {
      Command: 'command',
      Status: 'status',
      Configuration: 'configuration',
      Event: 'event',
    } as const;
    for (const entry of loadCatalogue().entries) {
      if (!entry.products.includes('helix_55') || entry.until !== undefined) continue;
      const path = entry.path
        .split(' ')
        .flatMap((segment) =>
          segment
            .replace(']', '')
            .replace(/\.\.\d+/, '')
            .split('['),
        )
        .map((segment) =>
          segment === 'n' ? 1 : /^\d+$/.test(segment) ? Number(segment) : segment.toLowerCase(),
        );
      const tree: SchemaNode<unknown> = index[trees[entry.type]];
      expect(findNode(tree, path)?.node.entry, entry.path).toBe(entry);
    }
  });

  test('has no node that is both a value and a branch, or both a list and a branch', () => {
    const index = catalogueIndex('Codec Pro', '26.4.1');
    const check = (node: SchemaNode<unknown>): void => {
      const kinds = [node.entry !== undefined, node.children.size > 0, node.items.size > 0];
      expect(kinds.filter(Boolean).length, node.name).toBeLessThanOrEqual(1);
      for (const below of [...node.children.values(), ...node.items.values()]) check(below);
    };
    for (const tree of [index.command, index.status, index.configuration, index.event]) check(tree);
  });

  test('keeps apart what only other releases have', () => {
    const path = ['UserInterface', 'WebView', 1, 'ErrorType'];
    expect(findNode(catalogueIndex('Board Pro 55', '11.14.4').status, path)).toBeUndefined();
    expect(findNode(catalogueIndex('Board Pro 55', '11.16').status, path)).toBeDefined();
  });

  test('gives the oldest release the events that its schema did not list', () => {
    const path = ['UserInterface', 'Extensions', 'Widget', 'Action'];
    expect(findNode(catalogueIndex('Codec Pro', '9.15').event, path)).toBeDefined();
  });

  test.each([
    ['Board Amateur', '26.4.1', /"Board Amateur".*Board Pro 55/],
    ['Board Pro 55', '99', /"99".*26\.4\.1/],
    ['Room Kit', '26.4.1', /does not describe a Room Kit with release 26\.4\.1/],
  ])('of %s %s does not exist, and says what does', (product, release, message) => {
    expect(() => catalogueIndex(product, release)).toThrow(UnknownProductError);
    expect(() => catalogueIndex(product, release)).toThrow(message);
  });
});

describe('a query covers something in the tree', () => {
  const { status } = catalogueIndex('Board Pro 55', '26.4.1');
  const paths = [...entryPaths(status)];
  const anyQuery = fc
    .tuple(fc.constantFrom(...paths), fc.nat(), fc.constantFrom('*', '**', undefined))
    .map(([path, at, wildcard]) => {
      const from = at % path.length;
      return wildcard ? [...path.slice(0, from), wildcard, ...path.slice(from + 1)] : path.slice(0, from + 1);
    });

  test('exactly when it covers the path of an entry', () => {
    fc.assert(
      fc.property(anyQuery, fc.boolean(), (query, misspelled) => {
        const asked = misspelled ? [...query, 'Nonsense'] : query;
        const expected = paths.some((path) => matchPath(asked, path));
        expect(
          coversEntry(status, asked, () => true),
          formatPath(asked),
        ).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
