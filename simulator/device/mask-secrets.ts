import type { Json, JsonObject } from './types.ts';

const MASK = '***';
const SECRET_NAME = /passw|passphrase|secret|credential|apikey|privatekey|^pin$/i;
const SECRET_HEADER = /^(\s*(?:proxy-)?authorization|\s*cookie|[^:]*(?:token|api-?key)[^:]*):.*$/is;

/** Parameters as the journal may keep them: passwords, passphrases and credentials in HTTP headers are hidden. */
export function maskSecrets(params: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, maskSecret(name, value)]));
}

/** The same for one value, by its name. */
export function maskSecret(name: string, value: Json): Json {
  if (SECRET_NAME.test(name)) return MASK;
  if (name.toLowerCase() !== 'header') return value;
  return Array.isArray(value) ? value.map(maskHeader) : maskHeader(value);
}

function maskHeader(header: Json): Json {
  return typeof header === 'string' ? header.replace(SECRET_HEADER, `$1: ${MASK}`) : header;
}
