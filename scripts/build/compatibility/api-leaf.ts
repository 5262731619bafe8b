/** What stands at the end of a path: a command with its parameters, an event with its fields, or a value. */
export interface ApiLeaf {
  readonly parameters: readonly KnownParameter[];
  readonly fields: readonly string[];
}

export interface KnownParameter {
  readonly name: string;
  readonly isRequired: boolean;
}

/** What a device has at the path of a use. */
export interface KnownPath {
  /** Whether the path ends there. Else there is more below it. */
  readonly isComplete: boolean;
  readonly parameters: readonly KnownParameter[];
}
