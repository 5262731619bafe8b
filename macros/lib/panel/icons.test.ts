import { expect, test } from 'vitest';
import { loadCatalogue } from '#xapi';
import { PANEL_ICONS } from './icons.ts';
import { PARTS } from './parts.ts';

const update = loadCatalogue().entries.find(({ path }) => path === 'UserInterface Extensions Panel Update');
const valuesOf = (name: string) =>
  update && 'params' in update
    ? update.params.find((parameter) => parameter.name === name)?.values
    : undefined;

test('the icons of a panel are those that the device knows, but for its own picture', () => {
  expect([...PANEL_ICONS, 'Custom'].sort()).toEqual([...(valuesOf('Icon') ?? [])].sort());
});

test('so are the places of a panel', () => {
  expect([...PARTS.Panel.entries.location.options].sort()).toEqual([...(valuesOf('Location') ?? [])].sort());
});
