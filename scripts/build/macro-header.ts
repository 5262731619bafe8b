const OWNER = 'deployed by roomos-assistant-kit';
const HEADER = new RegExp(`^// (\\S+) (\\S+) sha-256 ([0-9a-f]{64}) ${OWNER}\\s*$`);

/** What the first line of a macro of ours says. */
export interface MacroHeader {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
}

/** First line of every macro that we deploy: ownership is readable on the device. */
export const macroHeader = (name: string, version: string, hash: string) =>
  `// ${name} ${version} sha-256 ${hash} ${OWNER}`;

/** Whether a macro on a device is one of ours, and may be replaced. */
export const isOurMacro = (source: string) => firstLine(source).endsWith(OWNER);

/** What a macro's own first line says of it; `undefined` for a macro that this kit did not build. */
export function readMacroHeader(source: string): MacroHeader | undefined {
  const [, name, version, hash] = HEADER.exec(firstLine(source)) ?? [];
  if (name === undefined || version === undefined || hash === undefined) return undefined;
  return { name, version, hash };
}

const firstLine = (source: string) => source.slice(0, 500).split('\n')[0] ?? '';
