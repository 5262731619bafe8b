import type { Catalogue, CatalogueEntry, CommandEntry, EventEntry, StatusEntry } from '#xapi';

const BASE = { products: ['board', 'desk'], since: '10.1', role: ['Admin'] } as const;

export const command = (path: string, parts: Partial<CommandEntry> = {}): CommandEntry => ({
  type: 'Command',
  path,
  ...BASE,
  params: [],
  ...parts,
});

export const status = (path: string, parts: Partial<StatusEntry> = {}): StatusEntry => ({
  type: 'Status',
  path,
  ...BASE,
  value: { type: 'String' },
  ...parts,
});

export const event = (path: string, parts: Partial<EventEntry> = {}): EventEntry => ({
  type: 'Event',
  path,
  products: BASE.products,
  since: BASE.since,
  read: ['Admin'],
  fields: {},
  ...parts,
});

/** A small catalogue: three products, one of them retired after release 11.1. */
export const catalogueOf = (...entries: readonly CatalogueEntry[]): Catalogue => ({
  releases: ['10.1', '11.1', '12.1'],
  productNames: { board: 'Board', desk: 'Desk', old: 'Old Board' },
  entries,
});
