import { createRequire } from 'node:module';

/** Every public xAPI path of RoomOS 9.15 to 26.4, reduced from Cisco's published schemas. */
export interface Catalogue {
  /** Oldest first; `since` and `until` of an entry name members of this list. */
  readonly releases: readonly string[];
  /** Code name, as the entries use it, to the name on the box: `helix_55` is a `Board Pro 55`. */
  readonly productNames: Readonly<Record<string, string>>;
  readonly entries: readonly CatalogueEntry[];
}

/** A path may stand several times, once per set of products with the same parameters. */
export type CatalogueEntry = CommandEntry | StatusEntry | ConfigurationEntry | EventEntry;
export type Role = 'Admin' | 'User' | 'Integrator' | 'RoomControl' | 'Audit';

interface EntryBase {
  /** Space-separated, list indices as `Call[n]` or `Connector[1..8]`. */
  readonly path: string;
  readonly products: readonly string[];
  /** First listed release that has the path; `9.15…` means that one or earlier. */
  readonly since: string;
  /** Last listed release that has it; absent when the newest does. */
  readonly until?: string;
}

export interface CommandEntry extends EntryBase {
  readonly type: 'Command';
  readonly role: readonly Role[];
  readonly params: readonly Parameter[];
  /** Takes a body of several lines. */
  readonly multiline?: true;
}

export interface StatusEntry extends EntryBase {
  readonly type: 'Status';
  readonly role: readonly Role[];
  readonly value: ValueType;
}

export interface ConfigurationEntry extends EntryBase {
  readonly type: 'Configuration';
  readonly role: readonly Role[];
  readonly read: readonly Role[];
  readonly default: string;
  readonly value: ValueType;
}

export interface EventEntry extends EntryBase {
  readonly type: 'Event';
  readonly read: readonly Role[];
  readonly fields: Readonly<Record<string, EventField>>;
}

/** Lengths count UTF-8 bytes. */
export interface ValueType {
  readonly type: 'Literal' | 'Integer' | 'String' | 'LiteralArray' | 'IntegerArray' | 'StringArray';
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface Parameter extends ValueType {
  readonly name: string;
  readonly required?: true;
  readonly default?: string;
  /** How often it may be repeated. */
  readonly multiple?: number;
}

export interface EventField {
  readonly type?: 'string' | 'int' | 'literal';
  readonly required?: true;
  readonly values?: readonly string[];
  readonly multiple?: true;
  readonly children?: Readonly<Record<string, EventField>>;
}

const require = createRequire(import.meta.url);

/** The whole catalogue, read once. Resolved by package name, so that bundled code finds it too. */
export const loadCatalogue = (): Catalogue => require('#xapi/catalogue.json') as Catalogue;
