import { Option } from 'commander';

/** An option that may be given several times; `otherwise` says in the help what holds without it. */
export function repeatable(
  flags: string,
  description: string,
  otherwise: string,
  parse: (text: string) => string = (text) => text,
): Option {
  return new Option(flags, `${description}; may be repeated`)
    .argParser((text, before: readonly string[]) => [...before, parse(text)])
    .default([], otherwise);
}
