import type { SourcePlaces } from '../source-places.ts';
import type { Scopes } from '../syntax/resolve-scopes.ts';
import { staticText } from '../syntax/static-text.ts';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.ts';
import { followXapi, type Sighting } from './follow-xapi.ts';
import { isMarkedOptional } from './is-marked-optional.ts';
import { parameterNames } from './parameter-names.ts';
import { COMPUTED, kindOf, pathText, type Segments, splitPath } from './xapi-path.ts';
import type { XapiUse } from './xapi-use.ts';

/** A use without what its place says. */
type Reading = Pick<XapiUse, 'kind' | 'path' | 'params' | 'unread'>;

/** What a macro may use where all of `xapi` goes out of sight. */
const ANYTHING = (['Command', 'Status', 'Config', 'Event'] as const).map(
  (kind): Reading => ({ kind, path: '', params: [], unread: ['path'] }),
);
/** What a macro does with a status, a configuration or an event. */
const METHODS = ['get', 'set', 'on', 'once', 'off'];
/** What a macro may do with a command other than calling it. */
const FUNCTION_METHODS = ['apply', 'bind', 'call'];
/** What belongs to the connection and not to the device's tree. */
const OF_THE_CONNECTION = ['on', 'once', 'off', 'emit', 'close', 'removeListener', 'version', 'default'];

/** Every use of the xAPI in a bundle, in the order of the code. */
export function readUses(tree: SyntaxTree, scopes: Scopes, places: SourcePlaces): XapiUse[] {
  const sightings = followXapi(tree, scopes).sort((one, other) => one.offset - other.offset);
  return sightings.flatMap((sighting) => {
    const place = places.placeOf(sighting.offset);
    return readSighting(tree, scopes, sighting).map((reading) => ({
      ...reading,
      optional: place !== undefined && isMarkedOptional(places.linesOf(place.file), place.line),
      place: place ? `${place.file}:${place.line}` : 'unknown place',
    }));
  });
}

function readSighting(tree: SyntaxTree, scopes: Scopes, sighting: Sighting): Reading[] {
  const [first = '', ...rest] =
    sighting.segments[0] === 'default' ? sighting.segments.slice(1) : sighting.segments;
  const kind = kindOf(first);
  if (first === '' || first === COMPUTED) return ANYTHING;
  if (first === first.toLowerCase()) return readLegacy(tree, scopes, first, rest, sighting.call);
  if (!kind) return [];
  return kind === 'Command' ? [readCommand(tree, scopes, rest, sighting.call)] : [readNode(kind, rest)];
}

function readCommand(tree: SyntaxTree, scopes: Scopes, segments: Segments, call?: readonly Node[]): Reading {
  const last = segments.at(-1) ?? '';
  const isMethod = FUNCTION_METHODS.includes(last);
  const path = pathText(isMethod ? segments.slice(0, -1) : segments);
  if (!call) return { kind: 'Command', path, params: [], unread: ['path', 'params'] };
  if (isMethod) return { kind: 'Command', path, params: [], unread: ['params'] };
  const { names, isOpen } = parameterNames(tree, scopes, call[0]);
  return { kind: 'Command', path, params: names, unread: isOpen ? ['params'] : [] };
}

function readNode(kind: XapiUse['kind'], segments: Segments): Reading {
  const end = segments.findIndex((segment) => METHODS.includes(segment));
  const path = pathText(end < 0 ? segments : segments.slice(0, end));
  return { kind, path, params: [], unread: end < 0 ? ['path'] : [] };
}

/** `xapi.command('A B', {…})`, `xapi.status.get('A B')`, `xapi.feedback.on('/Status/A/B', …)` and their like. */
function readLegacy(
  tree: SyntaxTree,
  scopes: Scopes,
  first: string,
  rest: Segments,
  call?: readonly Node[],
): Reading[] {
  if (OF_THE_CONNECTION.includes(first)) return [];
  const kind = kindOf(first);
  const [pathNode, parameters] = call ?? [];
  const segments = pathNode && pathSegments(tree, scopes, pathNode);
  if (first === 'feedback') {
    const [root, ...path] = segments ?? [];
    const of = kindOf(root);
    return of ? [{ kind: of, path: pathText(path), params: [], unread: [] }] : ANYTHING;
  }
  if (!kind) return [];
  const path = pathText(segments ?? []);
  const unread: Reading['unread'] = segments ? [] : ['path'];
  if (kind !== 'Command' || rest.length > 0) return [{ kind, path, params: [], unread }];
  const { names, isOpen } = parameterNames(tree, scopes, parameters);
  return [{ kind, path, params: names, unread: isOpen ? [...unread, 'params'] : unread }];
}

function pathSegments(tree: SyntaxTree, scopes: Scopes, node: Node): string[] | undefined {
  if (node.type !== 'ArrayExpression') {
    const text = staticText(tree, scopes, node);
    return text === undefined ? undefined : splitPath(text);
  }
  const parts = node.elements.map((each) => each && staticText(tree, scopes, each));
  return parts.every((part) => typeof part === 'string') ? parts.flatMap(splitPath) : undefined;
}
