import type { Turn } from './turn.ts';

/** A turn for tests: plain, in English, from one device that can play everything. */
export const turnOf = (text: string, more: Partial<Turn> = {}): Turn => ({
  skill: 'test',
  text,
  language: 'en',
  locale: 'en-US',
  timeZone: 'UTC',
  moment: new Date('2026-11-20T09:00:00Z'),
  actor: null,
  organization: null,
  device: 'device-1',
  supportedDirectives: undefined,
  frame: {},
  targetState: null,
  allowedIntents: [],
  dynamicResource: {},
  ...more,
});
