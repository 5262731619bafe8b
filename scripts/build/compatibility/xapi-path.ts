import type { XapiUse } from './xapi-use.ts';

/** Segments from the root of `xapi` on: names, and indices as `[1]`, `[*]`, or `[?]` for what is computed. */
export type Segments = readonly string[];

export const COMPUTED = '[?]';

const KINDS: Readonly<Record<string, XapiUse['kind']>> = {
  command: 'Command',
  status: 'Status',
  config: 'Config',
  configuration: 'Config',
  event: 'Event',
};

/** The tree that a first segment names: `Status`, and `status` of the older forms. */
export const kindOf = (segment: string | undefined): XapiUse['kind'] | undefined =>
  KINDS[(segment ?? '').toLowerCase()];

/** `Call`, `[*]`, `Status` as `Call[*] Status`. */
export const pathText = (segments: Segments): string => segments.join(' ').replaceAll(' [', '[');

/** A property's name as a segment: a number is an index, and so is a star or, in a `XapiUse`, a question mark. */
export const segmentOf = (name: string): string => (/^(\d+|[*?])$/.test(name) ? `[${name}]` : name);

/** Segments of a path in one text: `Audio Volume`, `/Status/Call[*]/Status`, `Video Input Connector 1 Name`. */
export const splitPath = (text: string): string[] =>
  text
    .split(/[\s/.]+|(?=\[)/)
    .filter((part) => part !== '')
    .map((part) => segmentOf(part.replace(/^\[(.*)\]$/, '$1')));
