/**
 * What commands answer, where it is known: the catalogue does not say. Source: the published xAPI guides and what
 * published macros read (docs/fidelity.md).
 */
export const COMMAND_RESULTS: Readonly<Record<string, string>> = {
  'HttpClient Post': 'HttpResult',
};
