const OWNER = 'deployed by roomos-assistant-kit';

/** First line of every macro that we deploy: ownership is readable on the device. */
export const macroHeader = (name: string, version: string, hash: string) =>
  `// ${name} ${version} sha-256 ${hash} ${OWNER}`;

/** Whether a macro on a device is one of ours, and may be replaced. */
export const isOurMacro = (source: string) => source.slice(0, 500).split('\n')[0]?.endsWith(OWNER) ?? false;
