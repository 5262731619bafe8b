/** Which rooms and packages a room may import (docs/architecture.md). Tests may import what they test with. */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | 'all';
}

const everyRoom = ['contract', 'xapi', 'macros', 'webviews', 'server', 'simulator', 'scripts', 'test'];

/** Longest prefix first: a room within a room has a rule of its own. */
export const IMPORT_TABLE: Readonly<Record<string, Room>> = {
  contract: { rooms: [], packages: ['valibot'] },
  xapi: { rooms: [], packages: ['node:'] },
  macros: { rooms: ['contract'], packages: ['xapi', 'valibot'] },
  webviews: { rooms: ['contract'], packages: ['preact', '@preact/signals', 'valibot'] },
  server: { rooms: ['contract'], packages: 'all' },
  'simulator/console': { rooms: ['contract'], packages: ['preact', '@preact/signals'] },
  simulator: { rooms: ['contract', 'xapi'], packages: 'all' },
  scripts: { rooms: everyRoom, packages: 'all' },
  test: { rooms: everyRoom, packages: 'all' },
};

/** `simulator/console/app.tsx` lives in the room `simulator/console`. */
export function roomOf(file: string): string | undefined {
  return Object.keys(IMPORT_TABLE).find((room) => file === room || file.startsWith(`${room}/`));
}

/** What is wrong with an import, in a sentence, or `undefined` when the table allows it. */
export function importFault(file: string, specifier: string): string | undefined {
  const name = roomOf(file);
  const room = name === undefined ? undefined : IMPORT_TABLE[name];
  if (name === undefined || room === undefined) return undefined;
  if (specifier.startsWith('.')) return relativeFault(file, specifier, name);
  if (specifier.startsWith('#')) return roomFault(specifier, name, room);
  if (room.packages === 'all' || room.packages.some((allowed) => matches(specifier, allowed)))
    return undefined;
  return `${name}/ may not import the package ${specifier}; it may import ${room.packages.join(', ')}`;
}

function relativeFault(file: string, specifier: string, name: string): string | undefined {
  const target = new URL(specifier, `file:///${file}`).pathname.slice(1);
  const house = name.split('/')[0] ?? name;
  if (target.startsWith(`${house}/`)) return undefined;
  return `${specifier} leaves the room ${house}/; write #${target.replace(/\.ts$/, '')}`;
}

function roomFault(specifier: string, name: string, room: Room): string | undefined {
  // `#project/…` names a file from the root: it is held to the same table, and the root's own files are free.
  const path = specifier.replace(/^#(project\/)?/, '');
  const target = path.split('/')[0] ?? '';
  if (!path.includes('/') && specifier.startsWith('#project/')) return undefined;
  if (target === name.split('/')[0] || room.rooms.includes(target)) return undefined;
  const allowed = room.rooms.map((other) => `#${other}`).join(', ') || 'no other room';
  return `${name}/ may not import ${specifier}; it may import ${allowed}`;
}

const matches = (specifier: string, allowed: string) =>
  specifier === allowed || specifier.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`);
