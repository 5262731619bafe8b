import { UserError } from '#scripts/lib/user-error';

const KIB = 1024;

/** Bytes that one macro may have. Without a limit of its own a macro is bound by the limit of all together. */
const LIMITS: Readonly<Record<string, number>> = { 'assistant-events': 16 * KIB };
const LIMIT_OF_ALL = 64 * KIB;

/** @throws UserError `macro-too-large` that names the macro, its size and its limit */
export function checkMacroSizes(macros: readonly { readonly name: string; readonly bytes: number }[]): void {
  for (const { name, bytes } of macros) {
    const limit = LIMITS[name] ?? LIMIT_OF_ALL;
    if (bytes > limit) throw tooLarge(`The macro ${name} has`, bytes, limit);
  }
  const all = macros.reduce((sum, { bytes }) => sum + bytes, 0);
  if (all > LIMIT_OF_ALL) {
    throw tooLarge(
      `The macros ${macros.map(({ name }) => name).join(', ')} together have`,
      all,
      LIMIT_OF_ALL,
    );
  }
}

const tooLarge = (subject: string, bytes: number, limit: number) =>
  new UserError('macro-too-large', `${subject} ${bytes} bytes; at most ${limit} are allowed.`);
