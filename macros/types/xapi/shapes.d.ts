// How the trees in generated/ become `xapi.Status.A.B.get()` and its like. Written by hand; the trees are generated.

/** An integer as a macro sees it: the device hands every value to macros as text. */
export type IntegerText = `${number}`;

/**
 * What a macro may write where the device holds `Text`: numbers for texts and integers, `true` and `false` for
 * `'True'` and `'False'`.
 */
export type Input<Text extends string> = string extends Text
  ? string | number
  : Text extends IntegerText
    ? Text | NumberOf<Text>
    : Text | (Text extends 'True' ? true : Text extends 'False' ? false : never);

type NumberOf<Text extends IntegerText> = Text extends `${infer Value extends number}` ? Value : never;

/** A parameter that may be repeated: one value or several. */
export type Repeatable<Value> = Value | readonly Value[];

/** Ends a subscription. */
export interface Unsubscribe {
  (): void;
  /** Resolves when the device has agreed; rejects with an `XapiError` when it does not know the path. */
  readonly registration: Promise<unknown>;
}

export interface Listenable<Value> {
  /** Calls the listener with every change, not with the present value. */
  on(listener: (value: Value) => void): Unsubscribe;
  /** Calls the listener with the next change only. */
  once(listener: (value: Value) => void): Unsubscribe;
}

export interface Readable<Value, Update> extends Listenable<Update> {
  /** The present value. Rejects with an `XapiError` when the device has none. */
  get(): Promise<Value>;
}

export interface Settable<Text extends string> {
  /** Sets it for good: a configuration outlives a restart. Rejects with an `XapiError`. */
  set(value: Input<Text>): Promise<void>;
}

declare const item: unique symbol;
declare const index: unique symbol;
declare const either: unique symbol;
declare const payload: unique symbol;

/** In a tree: a list, of which each item holds `Item`; `Index` are the numbers that an item may have. */
export interface List<Item, Index extends number> {
  readonly [item]: Item;
  readonly [index]: Index;
}

/** In a tree: what is one thing on some devices and another on others. */
export interface Either<One, Other> {
  readonly [either]: readonly [One, Other];
}

/** In the tree of events: an event with its payload. */
export interface EventOf<Payload> {
  readonly [payload]: Payload;
}

/** Numbers of a list that the schema does not bound; beyond them an item may be `undefined`. */
export type AnyIndex = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

/** A subtree as the device hands it out: whatever has no value is left out. */
type Snapshot<Tree> = [Tree] extends [string]
  ? Tree
  : Tree extends List<infer Item, number>
    ? readonly ItemSnapshot<Item>[]
    : Tree extends Either<infer One, infer Other>
      ? Snapshot<One> | Snapshot<Other>
      : { readonly [Key in keyof Tree]?: Snapshot<Tree[Key]> };

/** A list's item: its number in the list, and `ghost` once it is gone. */
type ItemSnapshot<Item> = [Item] extends [string]
  ? unknown // No source says how the device writes a list of bare values.
  : Snapshot<Item> & { readonly id: string; readonly ghost?: 'True' };

/** What a listener hears of a subtree: of a list one item at a time. */
type Update<Tree> =
  Tree extends List<infer Item, number>
    ? ItemSnapshot<Item>
    : Tree extends Either<infer One, infer Other>
      ? Update<One> | Update<Other>
      : Snapshot<Tree>;

/** Where there is no index (`Call.Status`) or any (`Call['*'].Status`), one can only listen. */
type Kind = 'Status' | 'Config' | 'Listen';

export type Node<Tree, Of extends Kind> = Own<Tree, Of> & Below<Tree, Of>;

type Own<Tree, Of extends Kind> = Of extends 'Listen'
  ? Listenable<Update<Tree>>
  : Readable<Snapshot<Tree>, Update<Tree>> & (Of extends 'Config' ? Writable<Tree> : unknown);

type Writable<Tree> = [Tree] extends [string]
  ? Settable<Tree>
  : Tree extends Either<infer One, infer Other>
    ? Writable<One> & Writable<Other>
    : unknown;

type Below<Tree, Of extends Kind> = [Tree] extends [string]
  ? unknown
  : Tree extends List<infer Item, infer Index>
    ? Items<Item, Index, Of>
    : Tree extends Either<infer One, infer Other>
      ? Below<One, Of> & Below<Other, Of>
      : Children<Tree, Of>;

export type Children<Tree, Of extends Kind> = { readonly [Key in keyof Tree]: Node<Tree[Key], Of> };

/** An index outside of the list's may be missing; `'*'` stands for every item, and so does leaving it out. */
type Items<Item, Index extends number, Of extends Kind> = {
  readonly [Number in Index]: ItemNode<Item, Of>;
} & {
  readonly [number: number]: ItemNode<Item, Of>;
  readonly '*': EveryItem<Item, Of>;
} & Below<Item, 'Listen'>;

type ItemNode<Item, Of extends Kind> = ([Item] extends [string]
  ? Own<Item, Of>
  : ItemAccess<ItemSnapshot<Item>, Of>) &
  Below<Item, Of> &
  Mortal;

type ItemAccess<Value, Of extends Kind> = Of extends 'Listen' ? Listenable<Value> : Readable<Value, Value>;

type EveryItem<Item, Of extends Kind> = (Of extends 'Listen'
  ? Listenable<ItemSnapshot<Item>>
  : Readable<readonly ItemSnapshot<Item>[], ItemSnapshot<Item>>) &
  Below<Item, 'Listen'> &
  Mortal;

interface Mortal {
  /** Tells that an item has gone. */
  readonly ghost: Listenable<'True'>;
}

/** An event, a field of it, or all events of a branch. */
export type EventNode<Tree> =
  Tree extends EventOf<infer Payload>
    ? Listenable<Payload & { readonly id?: string }> & EventFields<Payload>
    : Listenable<EventSnapshot<Tree>> & EventChildren<Tree>;

type EventFields<Payload> = {
  readonly [Field in keyof Payload]-?: Listenable<Exclude<Payload[Field], undefined>>;
};

export type EventChildren<Tree> = { readonly [Key in keyof Tree]: EventNode<Tree[Key]> };

type EventSnapshot<Tree> =
  Tree extends EventOf<infer Payload> ? Payload : { readonly [Key in keyof Tree]?: EventSnapshot<Tree[Key]> };
