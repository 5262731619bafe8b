import type { PageName } from '#contract';

/** What to say to make each page go; the skill that opened it understands it. */
export const DISMISSAL: Readonly<Record<PageName, string>> = {
  dashboard: 'ok webex, tell room to close it',
  switch: 'ok webex, tell switch view to turn off',
};
