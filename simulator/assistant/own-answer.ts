import { spokenName } from './invocation.ts';

/** What the simulated Assistant says by itself, having no language processing of its own. */
export interface OwnAnswer {
  readonly text: string;
  readonly hints: readonly string[];
}

const MOST_HINTS = 4;

/** @param skills names of those that may be called here */
export function ownAnswer(skills: readonly string[]): OwnAnswer {
  const spoken = skills.map(spokenName);
  if (spoken.length === 0) return { text: 'No skill answers on this simulated device.', hints: [] };
  const hints = spoken.slice(0, MOST_HINTS).map((name) => `ok webex, open ${name}`);
  return { text: `On this simulated device only skills answer: ${spoken.join(', ')}.`, hints };
}
