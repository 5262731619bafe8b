// What calls answer. The schemas do not say; scripts/types/command-results.ts says which command answers what.

/** What a rejected call rejects with: a plain object, not an `Error`. */
export interface XapiError {
  readonly code: number;
  readonly message: string;
  /** Of an HTTP command what the server answered, as an object or as JSON text. */
  readonly data?: unknown;
}

/** The answer of a command of which no source says what else is in it. */
export interface CommandResult {
  readonly status: 'OK';
  readonly [name: string]: unknown;
}

interface Answer {
  readonly status: 'OK';
}

/** A list of which the device may hand out a single item bare, and leaves out an empty one. */
type Listed<Item> = Item | readonly Item[] | undefined;

interface Item {
  readonly id: string;
}

/** What an HTTP command answers to a 2xx status; any other status rejects. */
export interface HttpResult extends Answer {
  readonly StatusCode: `${number}`;
  readonly Headers?: readonly HttpHeader[];
  /** Only with `ResultBody`. */
  readonly Body?: string;
}

interface HttpHeader extends Item {
  readonly Key: string;
  readonly Value: string;
}

export interface MacrosResult extends Answer {
  readonly Macro?: Listed<SavedMacro>;
}

interface SavedMacro extends Item {
  readonly Name: string;
  readonly Active: 'True' | 'False';
  /** Only with `Content`. */
  readonly Content?: string;
}

export interface MacroRuntimeResult extends Answer {
  readonly ActiveMacros: `${number}`;
  readonly Crashes: `${number}`;
  readonly Running: 'True' | 'False';
}

export interface MacroLogResult extends Answer {
  readonly Log?: Listed<MacroLogLine>;
}

interface MacroLogLine extends Item {
  readonly Level: string;
  readonly Macro: string;
  readonly Message: string;
  readonly Offset: `${number}`;
  readonly Timestamp: string;
}

export interface ExtensionsResult extends Answer {
  readonly Extensions: { readonly Version?: string; readonly Panel?: Listed<ListedPanel> };
}

interface ListedPanel extends Item {
  readonly PanelId: string;
  readonly Name?: string;
  readonly ActivityType?: string;
  readonly Color?: string;
  readonly Icon?: string;
  readonly Location?: string;
  readonly Order?: `${number}`;
  readonly Visibility?: string;
  readonly Page?: Listed<ListedPage>;
}

interface ListedPage extends Item {
  readonly PageId?: string;
  readonly Name?: string;
  readonly Row?: Listed<ListedRow>;
}

interface ListedRow extends Item {
  readonly Name?: string;
  readonly Widget?: Listed<ListedWidget>;
}

interface ListedWidget extends Item {
  readonly WidgetId: string;
  readonly Type: string;
  readonly Name?: string;
  readonly Options?: string;
}

export interface TimeResult extends Answer {
  readonly Year: `${number}`;
  readonly Month: `${number}`;
  readonly Day: `${number}`;
  readonly Hour: `${number}`;
  readonly Minute: `${number}`;
  readonly Second: `${number}`;
}
