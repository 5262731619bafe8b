import { describe, expect, it } from 'vitest';
import type { Directive } from '#contract';
import { directiveSummary } from './directive-summary.ts';

describe('directiveSummary', () => {
  it.each<[Directive, string]>([
    [{ name: 'reply', type: 'view', payload: { text: 'Hello' } }, 'Hello'],
    [{ name: 'ui-hint', type: 'view', payload: { text: ['On', 'Off'] } }, 'On · Off'],
    [{ name: 'display-web-view', type: 'action', payload: { url: 'http://a/b' } }, 'http://a/b'],
    [{ name: 'assistant-event', type: 'action', payload: { name: 'Switch' } }, 'Switch'],
    [
      { name: 'assistant-event', type: 'action', payload: { name: 'room-lights', payload: { on: true } } },
      'room-lights {"on":true}',
    ],
    [{ name: 'sleep', type: 'action', payload: { delay: 10 } }, 'after 10 s'],
    [{ name: 'sleep', type: 'action', payload: {} }, ''],
    [{ name: 'listen', type: 'action', payload: {} }, ''],
  ])('of %j is %j', (directive, summary) => {
    expect(directiveSummary(directive)).toBe(summary);
  });
});
