/** What people put around what they want. */
const BEFORE =
  "(?:(?:ok|okay|hey|please|now|and|to|just) |(?:can|could|would|will) you |i(?:'d| would) like (?:you )?to |i want (?:you )?to |let's )";
const AFTER = '(?: (?:please|now|for (?:me|us)|again|thanks|thank you|in here|in (?:the|this) room))';

/**
 * A pattern for a whole sentence, whatever politeness surrounds it: sentence`turn (?<state>on|off)` fits "could
 * you turn on please". What is put in is a piece of pattern itself.
 */
export function sentence(strings: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(`^${BEFORE}*(?:${String.raw(strings, ...parts)})${AFTER}*$`, 'i');
}
