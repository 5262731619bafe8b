import type { CatalogueEntry, EventEntry } from '#xapi';
import { buildTree } from './build-tree.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import { type Change, type ComputedStatuses, DeviceValues, noMatch } from './device-values.ts';
import { Feedback, type Subscription } from './feedback.ts';
import type { Journal } from './journal.ts';
import { maskSecret, maskSecrets } from './mask-secrets.ts';
import { matchPath } from './match-path.ts';
import { formatPath, normalizePath, rootOf, withoutRoot } from './path.ts';
import { hasRole, noPermission, readersOf } from './permission.ts';
import { eventLeaves, eventValue } from './raise-event.ts';
import { schemaDocument } from './schema-document.ts';
import { coversEntry, findNode, type SchemaNode } from './schema-node.ts';
import type { Caller, Json, JsonObject, Path, Update } from './types.ts';
import { asXapiError, XAPI_ERROR, XapiError } from './xapi-error.ts';

/** Longest query; no path of the catalogue comes near it. */
const LONGEST_QUERY = 32;

/** Reading, writing and following the statuses, configurations and events of one device. */
export class DeviceTree {
  readonly #values: DeviceValues;
  readonly #feedback: Feedback;

  constructor(
    private readonly index: CatalogueIndex,
    private readonly journal: Journal,
    computed: ComputedStatuses,
  ) {
    this.#values = new DeviceValues(index, computed);
    this.#feedback = new Feedback((error) => {
      const message = `a listener failed: ${error instanceof Error ? error.message : String(error)}`;
      journal.add({
        origin: 'device',
        kind: 'log',
        path: 'feedback',
        params: { Level: 'ERROR', Message: message },
      });
    });
  }

  get(caller: Caller, path: Path): Json {
    return this.#ask('get', caller, path, () => this.#values.get(caller, path), { result: (value) => value });
  }

  set(caller: Caller, path: Path, value: Json): void {
    const Value = maskSecret(String(path.at(-1)), value);
    const write = () => {
      if (rootOf(path[0]) !== 'Configuration') throw noMatch(normalizePath(path));
      this.#publish(this.#values.setConfiguration(path, value, caller));
    };
    this.#ask('set', caller, path, write, { params: { Value } });
  }

  query(caller: Caller, path: Path): JsonObject {
    return this.#ask('get', caller, path, () => {
      const query = this.#checkQuery(caller, path);
      return buildTree(this.#values.covered(caller, query));
    });
  }

  subscribe(
    caller: Caller,
    path: Path,
    listener: (update: Update) => void,
    { notifyCurrentValue = false }: { notifyCurrentValue?: boolean } = {},
  ): () => void {
    const add = () => {
      const query = this.#checkQuery(caller, path);
      const subscription: Subscription = { caller, query, listener };
      const unsubscribe = this.#feedback.add(subscription);
      if (notifyCurrentValue) {
        this.#feedback.deliverSoon(subscription, () => this.#values.covered(caller, query));
      }
      return unsubscribe;
    };
    // The device's own behaviors follow statuses too; nobody asked for that.
    return caller.origin === 'device' ? add() : this.#ask('subscribe', caller, path, add);
  }

  schema(path: Path): Json {
    const segments = normalizePath(path);
    const found = findNode(this.#schemaOf(segments), segments.slice(1));
    if (!found) throw noMatch(segments);
    return schemaDocument(found.node);
  }

  raise(path: Path, value: JsonObject): void {
    const found = findNode(this.index.event, withoutRoot(path, 'Event'));
    const entry = found?.node.entry;
    if (!found || !entry) {
      throw new XapiError(XAPI_ERROR.badParameter, `No such event: ${formatPath(path)}`);
    }
    const params = eventValue(entry, value);
    this.journal.add({ origin: 'device', kind: 'event', path: entry.path, params: maskSecrets(params) });
    const whole = ['Event', ...found.path];
    this.#feedback.publish((subscription) => eventLeaves(subscription, entry, whole, params));
  }

  setStatus(path: Path, value: Json): void {
    this.#publish(this.#values.setStatus(path, value));
  }

  setConfiguration(path: Path, value: Json): void {
    this.#publish(this.#values.setConfiguration(path, value));
  }

  peek(path: Path): Json | undefined {
    return this.#values.peek(path);
  }

  knows(path: Path): boolean {
    const segments = normalizePath(path);
    return (
      rootOf(segments[0]) !== undefined && findNode(this.#schemaOf(segments), segments.slice(1)) !== undefined
    );
  }

  close(): void {
    this.#feedback.clear();
  }

  #publish(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#feedback.publish(({ query, caller }) =>
      changes.filter(
        ({ path, entry }) =>
          matchPath(query, path) && (entry === undefined || hasRole(caller, readersOf(entry))),
      ),
    );
  }

  /** @throws XapiError where nothing matches, or nothing that the caller may read */
  #checkQuery(caller: Caller, path: Path): Path {
    const query = normalizePath(path);
    const root = rootOf(query[0]);
    if (root === undefined || query.length > LONGEST_QUERY) throw noMatch(query);
    const below = query.slice(1);
    const mayRead = (entry: CatalogueEntry) => hasRole(caller, readersOf(entry));
    const event = root === 'Event' ? eventOfField(this.index.event, below) : undefined;
    const schema = this.#schemaOf(query);
    if (!event && !coversEntry(schema, below, () => true)) throw noMatch(query);
    if (!(event ? mayRead(event) : coversEntry(schema, below, mayRead))) throw noPermission();
    return [root, ...below];
  }

  #schemaOf(path: Path): SchemaNode<CatalogueEntry> {
    const root = rootOf(path[0]);
    if (root === 'Status') return this.index.status;
    if (root === 'Configuration') return this.index.configuration;
    if (root === 'Event') return this.index.event;
    if (root === 'Command') return this.index.command;
    throw noMatch(path);
  }

  #ask<Result>(
    kind: 'get' | 'set' | 'subscribe',
    caller: Caller,
    path: Path,
    work: () => Result,
    shown: { params?: JsonObject; result?: (result: Result) => Json } = {},
  ): Result {
    const { params, result: resultOf } = shown;
    const text = formatPath(normalizePath(path));
    const answered = this.journal.open({
      origin: caller.origin,
      kind,
      path: text,
      ...(params && { params }),
    });
    try {
      const result = work();
      answered(resultOf ? { result: resultOf(result) } : {});
      return result;
    } catch (error) {
      const { code, message } = asXapiError(error);
      answered({ error: { code, message } });
      throw error;
    }
  }
}

/** `Event UserInterface Extensions Widget Action Type` names a field of an event. */
function eventOfField(schema: SchemaNode<EventEntry>, path: Path): EventEntry | undefined {
  const field = path.at(-1);
  const event = findNode(schema, path.slice(0, -1))?.node.entry;
  const isField = (name: string) => typeof field === 'string' && name.toLowerCase() === field.toLowerCase();
  return event && Object.keys(event.fields).some(isField) ? event : undefined;
}
