// How the trees of index.d.ts become `xapi.Status.A.B.get()` and its like. Written by hand; the trees are generated.

/** An integer as a macro sees it: the device hands every value to macros as text. */
export type IntegerText = `${number}`;
/** An integer as a macro may write it. */
export type IntegerInput = number | IntegerText;

/** What a rejected call rejects with: a plain object, not an `Error`. */
export interface XapiError {
  readonly code: number;
  readonly message: string;
  /** Of an HTTP command what the server answered, as an object or as JSON text. */
  readonly data?: unknown;
}

export interface CommandResult {
  readonly status: 'OK';
}

/** What an HTTP command answers to a 2xx status; any other status rejects. */
export interface HttpResult extends CommandResult {
  readonly StatusCode: IntegerText;
  /** Only with `ResultBody`. */
  readonly Body?: string;
}

/** Ends a subscription. */
export type Unsubscribe = () => void;

interface Listenable<Value> {
  /** Calls the listener with every change, not with the present value. */
  on(listener: (value: Value) => void): Unsubscribe;
  once(listener: (value: Value) => void): Unsubscribe;
}

interface Readable<Value, Update> extends Listenable<Update> {
  /** The present value. Rejects with an `XapiError` when the device has none. */
  get(): Promise<Value>;
}

/** A subtree as the device hands it out: whatever has no value is left out. */
type Snapshot<Tree> = [Tree] extends [string]
  ? Tree
  : [Tree] extends [readonly (infer Item)[]]
    ? readonly ItemSnapshot<Item>[]
    : { readonly [Key in keyof Tree]?: Snapshot<Tree[Key]> };

/** A list's item: its number in the list, and `ghost` once it is gone. */
type ItemSnapshot<Item> = Snapshot<Item> & { readonly id: string; readonly ghost?: 'True' };

export type StatusNode<Tree> = [Tree] extends [string]
  ? Readable<Tree, Tree>
  : [Tree] extends [readonly (infer Item)[]]
    ? StatusList<Item>
    : Readable<Snapshot<Tree>, Snapshot<Tree>> & StatusChildren<Tree>;

type StatusChildren<Tree> = { readonly [Key in keyof Tree]: StatusNode<Tree[Key]> };
type StatusItem<Item> = Readable<ItemSnapshot<Item>, ItemSnapshot<Item>> & StatusChildren<Item>;

/** A listener hears of one item at a time; `'*'` stands for every item. */
interface StatusList<Item> extends Readable<readonly ItemSnapshot<Item>[], ItemSnapshot<Item>> {
  readonly [index: number]: StatusItem<Item>;
  readonly '*': StatusItem<Item>;
}

export type ConfigNode<Tree> = [Tree] extends [string]
  ? ConfigValue<Tree>
  : [Tree] extends [readonly (infer Item)[]]
    ? ConfigList<Item>
    : Readable<Snapshot<Tree>, Snapshot<Tree>> & { readonly [Key in keyof Tree]: ConfigNode<Tree[Key]> };

interface ConfigValue<Value extends string> extends Readable<Value, Value> {
  set(value: [Value] extends [IntegerText] ? Value | number : Value): Promise<void>;
}

interface ConfigList<Item> extends Readable<readonly ItemSnapshot<Item>[], ItemSnapshot<Item>> {
  readonly [index: number]: ConfigNode<Item>;
}

/** An event, with its payload. */
export interface EventNode<Payload> extends Listenable<Payload & { readonly id: string }> {}
