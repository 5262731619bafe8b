import { describe, expect, test } from 'vitest';
import { DIRECTIVE_NAMES } from '#contract';
import { payloads, shown, tell } from '../skills.fixture.ts';

const names = async (text: string, supportedDirectives: readonly string[] = DIRECTIVE_NAMES) =>
  (await tell('switch-view', text, { supportedDirectives })).map(({ name }) => name);
const without = (...dropped: string[]) => DIRECTIVE_NAMES.filter((name) => !dropped.includes(name));

describe('on', () => {
  test('opens the page and then tells the device when it must go', async () => {
    expect(await names('turn on')).toEqual([
      'reply',
      'speak',
      'display-web-view',
      'assistant-event',
      'sleep',
    ]);
    const answered = await tell('switch-view', 'turn on');
    expect(shown(answered)).toBe('Ok, turning lights on.');
    expect(payloads(answered, 'display-web-view')).toEqual([
      {
        title: 'Switch',
        url: expect.stringMatching(/^https:\/\/rooms\.example\.com\/views\/switch\?token=/),
      },
    ]);
    expect(payloads(answered, 'assistant-event')).toMatchObject([
      { name: 'page-opened', payload: { closeAfterSeconds: 120, report: { token: expect.any(String) } } },
    ]);
    expect(payloads(answered, 'sleep')).toEqual([{ delay: 10 }]);
  });

  test('where only events arrive, the page is opened by one', async () => {
    const answered = await tell('switch-view', 'on', { supportedDirectives: without('display-web-view') });
    expect(payloads(answered, 'assistant-event')).toMatchObject([
      { name: 'web-view', payload: { action: 'display', title: 'Switch' } },
      { name: 'page-opened' },
    ]);
    expect(shown(answered)).toBe('Ok, turning lights on.');
  });

  test('where no event arrives, the page is opened all the same', async () => {
    expect(await names('on', without('assistant-event'))).toEqual([
      'reply',
      'speak',
      'display-web-view',
      'sleep',
    ]);
  });

  test('where neither arrives, that is what is said', async () => {
    const supportedDirectives = ['reply', 'speak', 'listen', 'sleep'];
    expect(await names('on', supportedDirectives)).toEqual(['reply', 'speak', 'sleep']);
    expect(shown(await tell('switch-view', 'on', { supportedDirectives }))).toBe(
      "I can't show the switch here.",
    );
  });
});

describe('off', () => {
  test('closes it', async () => {
    const answered = await tell('switch-view', 'turn off');
    expect(answered.map(({ name }) => name)).toEqual(['reply', 'speak', 'clear-web-view', 'sleep']);
    expect(shown(answered)).toBe('Ok, turning lights off.');
    expect(payloads(answered, 'sleep')).toEqual([{ delay: 10 }]);
  });

  test('where only events arrive, by one', async () => {
    const answered = await tell('switch-view', 'off', { supportedDirectives: without('clear-web-view') });
    expect(payloads(answered, 'assistant-event')).toEqual([
      { name: 'web-view', payload: { action: 'clear' } },
    ]);
  });

  test('where neither arrives, that is what is said', async () => {
    const supportedDirectives = ['reply', 'sleep'];
    expect(shown(await tell('switch-view', 'off', { supportedDirectives }))).toBe(
      "I can't close a page from here.",
    );
  });
});

test('its introduction and its hints lead somewhere', async () => {
  const answered = await tell('switch-view', '');
  expect(answered.at(-1)?.name).toBe('listen');
  const hints = payloads(answered, 'ui-hint').flatMap(({ text }) => text);
  expect(hints).toHaveLength(2);
  for (const hint of hints) expect(shown(await tell('switch-view', hint))).toMatch(/^Ok, turning lights/);
});
