// What stands at the places of generated/: how a value, a branch, a list and an event are read, set and listened
// to. Written by hand. The trees are interfaces over a `Kind`, because what is declared in an interface, unlike what
// a mapped type makes of it, keeps its documentation in every editor.

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

/**
 * Which face of a tree is meant. Where a list has no index (`Call.Status`) or any (`Call['*'].Status`), one can only
 * listen. `Values` are a tree's values as the device hands them out together.
 */
export type Kind = 'Status' | 'Config' | 'Listen' | 'Values';

type Access<Value, Update, Of extends Kind> = Of extends 'Listen'
  ? Listenable<Update>
  : Readable<Value, Update>;

/** A status or a configuration. */
export type Value<Text extends string, Of extends Kind> = Of extends 'Values'
  ? Text
  : Access<Text, Text, Of> & (Of extends 'Config' ? Settable<Text> : unknown);

/** What stands below a name; of its values those are left out that the device does not have. */
export type Branch<Live, Values, Of extends Kind> = Of extends 'Values'
  ? Partial<Values>
  : Live & Access<Partial<Values>, Partial<Values>, Of>;

/** Numbers of a list that the schema does not bound. */
export type AnyIndex = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

/**
 * A list: read whole, listened to item by item. An index outside of `Index` may be missing; `'*'` stands for every
 * item, and so does leaving it out.
 */
export type List<Live, Values, Every, Index extends number, Of extends Kind> = Of extends 'Values'
  ? readonly Item<Values>[]
  : Whole<Item<Values>, Of> &
      Items<Live & ItemAccess<Item<Values>, Of>, Every & Whole<Item<Values>, Of>, Index> &
      Every;

/** A list of bare values; no source says how the device hands it out whole. */
export type ValueList<Text extends string, Index extends number, Of extends Kind> = Of extends 'Values'
  ? readonly unknown[]
  : Whole<unknown, Of> & Items<Value<Text, Of> & Mortal, Whole<unknown, Of>, Index>;

type Items<One, Every, Index extends number> = { readonly [Number in Index]: One } & {
  readonly [number: number]: One;
  readonly '*': Every & Mortal;
};

type Whole<Value, Of extends Kind> = Access<readonly Value[], Value, Of>;
type ItemAccess<Value, Of extends Kind> = Access<Value, Value, Of> & Mortal;

/** What the device tells of a list's item: its number in the list too, and `ghost` once it is gone. */
type Item<Values> = Partial<Values> & { readonly id: string; readonly ghost?: 'True' };

interface Mortal {
  /** Tells that an item has gone. */
  readonly ghost: Listenable<'True'>;
}

/** One thing on some devices and another on others. */
export type Either<One, Other, Of extends Kind> = Of extends 'Values'
  ? One | Other
  : Rest<One> & Rest<Other> & Access<ValueOf<One> | ValueOf<Other>, UpdateOf<One> | UpdateOf<Other>, Of>;

type Rest<Node> = {
  readonly [Key in keyof Node as Key extends 'get' | 'on' | 'once' ? never : Key]: Node[Key];
};
type ValueOf<Node> = Node extends Readable<infer Value, infer _> ? Value : never;
type UpdateOf<Node> = Node extends Listenable<infer Update> ? Update : never;

/** An event: all of it, or a field of it. */
export type EventOf<Payload, Of extends Kind> = Of extends 'Values'
  ? Payload
  : Listenable<Payload & { readonly id?: string }> & {
      readonly [Field in keyof Payload]-?: Listenable<Exclude<Payload[Field], undefined>>;
    };
