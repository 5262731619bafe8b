/** A line of a macro log as it is shown: places are those of the TypeScript where they are known. */
export interface LogLine {
  /** ISO 8601, by the device's clock; empty where the device does not say. */
  readonly time: string;
  readonly level: string;
  readonly macro: string;
  readonly message: string;
  /** The first place in the message that could be mapped, as `macros/room-controls/panel.ts:12:7`. */
  readonly place: string | null;
}

/** Lines may be missing here. */
export interface Gap {
  /** How long there was no connection; `null`: there was one all the time. */
  readonly seconds: number | null;
  /** `null`: nobody can say. */
  readonly missing: number | null;
}

/** What following a device's log gives, in order. */
export type LogItem =
  | { readonly kind: 'line'; readonly line: LogLine }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'note'; readonly text: string };
