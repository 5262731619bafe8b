// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f]+/g;
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const LONGEST = 160;

/**
 * What skills and macros send, fit for a line on a terminal: it commands nothing there, shows nobody a page's
 * token, and does not go on for ever. `--json` has it whole.
 */
export function printable(text: string): string {
  const plain = text.replace(CONTROL_CHARACTERS, ' ').replace(TOKEN, '…');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
