import type { Directive } from '#contract';

/** One thing that a person said, as every door hands it to the dialogue. No skill knows which door it was. */
export interface Turn {
  /** The name of the skill that was addressed. */
  readonly skill: string;
  /** What was said to the skill; empty when it was only called by its name. */
  readonly text: string;
  /** Two-letter language, lower case; `en` when the door does not know. */
  readonly language: string;
  /** With a hyphen, as `en-US`, or `null`. */
  readonly locale: string | null;
  /** An IANA time zone; `UTC` when the door does not know. */
  readonly timeZone: string;
  /** When it was said. */
  readonly moment: Date;
  /** Who spoke, as far as the door knows. */
  readonly actor: { readonly id: string; readonly type: string | null } | null;
  readonly organization: string | null;
  /** The id of the device in the room, which also binds the pages that it is sent. */
  readonly device: string | null;
  /** What the other side can play; `undefined` when it does not say, which means everything. */
  readonly supportedDirectives: readonly string[] | undefined;
  /** What the previous turn of the conversation left. */
  readonly frame: Readonly<Record<string, unknown>>;
  /** The handler that is to take this turn, or `null`. */
  readonly targetState: string | null;
  /** The only intents that may be matched; empty means all. */
  readonly allowedIntents: readonly string[];
  readonly dynamicResource: Readonly<Record<string, unknown>>;
}

/** What the dialogue gives back, ready for any door. */
export interface Reply {
  /** Finished: of the agreed shape, supported by the other side, ended by `listen` or `sleep`. */
  readonly directives: Directive[];
  readonly frame: Readonly<Record<string, unknown>>;
  /** The handler of the next turn, or `null`. */
  readonly targetState: string | null;
  readonly allowedIntents: readonly string[];
}
