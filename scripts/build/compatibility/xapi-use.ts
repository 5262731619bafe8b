/** One place where a macro uses the xAPI. */
export interface XapiUse {
  readonly kind: 'Command' | 'Status' | 'Config' | 'Event';
  /**
   * Space-separated, with the letters as the macro writes them: `Audio Volume Set`, `Call[*] Status`,
   * `Video Input Connector[1] Name`. `[?]` stands for an index or a name that the macro computes. Empty for the
   * whole tree.
   */
  readonly path: string;
  /** Names of a command's parameters that the macro may send, in their order. */
  readonly params: readonly string[];
  /** Marked with `// xapi-optional: reason`: the macro can do without it. */
  readonly optional: boolean;
  /** `macros/room-controls/panel.ts:12`. */
  readonly place: string;
  /** What the macro computes, so that it cannot be read: how the path goes on, or names of parameters. */
  readonly unread: readonly ('path' | 'params')[];
}
