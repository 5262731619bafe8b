/** File name of the prelude in stacks. */
export const PRELUDE = 'roomos:prelude';

export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The innermost place in macro code of a QuickJS stack. */
export function stackPosition(stack: string): Position | undefined {
  for (const frame of stack.split('\n')) {
    const [, file, line, column] = /^\s*at (?:.*? \()?(.+):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    if (file !== undefined && file !== PRELUDE) return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}
