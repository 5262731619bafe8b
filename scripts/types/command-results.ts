/**
 * What commands answer, by the types of macros/types/xapi/results.d.ts; the schemas do not say. Sources: the
 * published xAPI guides and what published macros read (docs/fidelity.md).
 */
export const COMMAND_RESULTS: Readonly<Record<string, string>> = {
  'HttpClient Delete': 'HttpResult',
  'HttpClient Get': 'HttpResult',
  'HttpClient Patch': 'HttpResult',
  'HttpClient Post': 'HttpResult',
  'HttpClient Put': 'HttpResult',
  'Macros Log Get': 'MacroLogResult',
  'Macros Macro Get': 'MacrosResult',
  'Macros Runtime Status': 'MacroRuntimeResult',
  'Time DateTime Get': 'TimeResult',
  'UserInterface Extensions List': 'ExtensionsResult',
};
