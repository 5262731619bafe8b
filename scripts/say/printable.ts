// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f]+/g;
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const LONGEST = 160;

/** A foreign text that commands nothing on a terminal, and shows nobody a page's token. It is one line. */
export const plainText = (text: string): string => text.replace(CONTROL_CHARACTERS, ' ').replace(TOKEN, '…');

/**
 * What skills and macros send, fit for a line on a terminal: plain text that does not go on for ever. `--json` has
 * it whole.
 */
export function printable(text: string): string {
  const plain = plainText(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
