import { expect, test } from 'vitest';
import type { CatalogueEntry } from '#xapi';
import { Availability } from './availability.ts';
import { catalogueOf, command, event, status } from './test-catalogue.ts';

const everywhere = status('Name');
const doc = (...variants: CatalogueEntry[]) =>
  new Availability(catalogueOf(everywhere, ...variants)).doc(variants).join(' ');

test('what all products have had in all releases needs no words but its roles', () => {
  expect(doc(status('Volume'))).toBe('Roles: Admin.');
});

test('products are named by what is shorter: those that have it, or those that lack it', () => {
  const three = { ...catalogueOf(everywhere), productNames: { a: 'A', b: 'B', c: 'C' } };
  const availability = new Availability({
    ...three,
    entries: [status('Name', { products: ['a', 'b', 'c'] })],
  });
  expect(availability.products(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe('');
  expect(availability.products(['c', 'a'], ['a', 'b', 'c'])).toBe('Not on B.');
  expect(availability.products(['b'], ['a', 'b', 'c'])).toBe('On B.');
});

test('products that are no longer made count only where nothing else has it', () => {
  expect(doc(status('Volume', { products: ['board', 'desk', 'old'] }))).toBe('Roles: Admin.');
  expect(doc(status('Volume', { products: ['old'], until: '11.1' }))).toContain('On Old Board.');
});

test('several variants have it since the first and until the last of them', () => {
  const later = command('Dial', { products: ['board'], since: '11.1', until: '11.1' });
  const latest = command('Dial', { products: ['desk'], since: '12.1', role: ['User'] });
  expect(doc(later, latest)).toBe('Since 11.1. Roles: Admin, User.');
  expect(doc(later)).toBe('Since 11.1. On Board. Roles: Admin. @deprecated Until 11.1.');
});

test('the second release is as far back as the schemas know of events', () => {
  expect(doc(event('Boot', { since: '11.1' }))).toBe('Roles: Admin.');
  expect(doc(event('Boot', { since: '12.1' }))).toBe('Since 12.1. Roles: Admin.');
});

test('who may read is told apart from who may write', () => {
  const setting = { ...status('Name'), type: 'Configuration', default: '', read: ['Admin', 'User'] } as const;
  expect(doc(setting)).toBe('Roles: Admin; to read: Admin, User.');
});
