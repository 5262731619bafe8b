import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commission } from '../device/commission.ts';
import { createDeviceCore } from '../device/create-device-core.ts';
import type { Device } from '../device/types.ts';
import { type Assistant, createAssistant } from './create-assistant.ts';
import { createSkillDirectory, type SkillEntry } from './skill-directory.ts';
import { startTestSkill, type TestAnswer, type TestSkill } from './test-skill.ts';

const SPEAKER = { orgId: 'org', userId: null, language: 'en', locale: 'en_US', timeZone: 'UTC' };
const SAY = 'ok webex, tell room to work';
const action = (name: string, payload: object = {}) => ({ name, type: 'action', payload });
const reply = (text: string) => ({ name: 'reply', type: 'view', payload: { text } });
const sleep = action('sleep', { delay: 5 });

let device: Device;
let room: TestSkill;
let assistants: Assistant[];
let answer: () => TestAnswer | Promise<TestAnswer>;

const assistantFor = (entry: SkillEntry, skillTimeoutMs?: number): Assistant => {
  const skills = createSkillDirectory([entry]);
  const assistant = createAssistant({ device, skills, speaker: SPEAKER, skillTimeoutMs });
  assistants.push(assistant);
  return assistant;
};
const hear = () => assistantFor(room.entry).hear(SAY);
const bubble = () => device.screen.current.assistant;

beforeEach(async () => {
  device = createDeviceCore({ name: 'room1' });
  commission(device);
  await device.clock.advance(0);
  assistants = [];
  room = await startTestSkill('room', () => answer());
});

afterEach(async () => {
  for (const assistant of assistants) assistant.close();
  device.close();
  await room.close();
});

describe('directives', () => {
  it('change the bubble in the order sent', async () => {
    answer = () => ({
      directives: [
        reply('First.'),
        action('speak', { text: 'One.' }),
        reply('Second.'),
        action('speak', { text: 'Two.' }),
        { name: 'ui-hint', type: 'view', payload: { text: ['yes', 'no'], prompt: 'Say' } },
        action('asr-hint', { text: ['blinds'] }),
        action('listen'),
      ],
    });
    const record = await hear();
    expect(bubble()).toEqual({
      state: 'listening',
      heard: SAY,
      reply: 'Second.',
      spoken: ['One.', 'Two.'],
      hints: { text: ['yes', 'no'], prompt: 'Say' },
    });
    expect(record.played.map(({ directive }) => directive.name)).toEqual(
      record.response?.directives.map(({ name }) => name),
    );
  });

  it('open and close a page through the device', async () => {
    const page = { url: 'https://example.com/', title: 'Example' };
    answer = () => ({ directives: [action('display-web-view', page), sleep] });
    const opened = await hear();
    expect(device.screen.current.webView).toMatchObject(page);
    expect(opened.effects).toContainEqual(
      expect.objectContaining({
        origin: 'assistant',
        path: 'UserInterface WebView Display',
        params: expect.objectContaining({ Url: page.url, Title: page.title }),
      }),
    );
    answer = () => ({ directives: [action('clear-web-view'), sleep] });
    await hear();
    expect(device.screen.current.webView).toBeNull();
  });

  it('that the device refuses are told on the bubble and in the record; the others are played', async () => {
    device.setConfiguration(['WebEngine', 'Mode'], 'Off');
    answer = () => ({
      directives: [reply('Here.'), action('display-web-view', { url: 'https://example.com/' }), sleep],
    });
    const record = await hear();
    expect(record.played).toMatchObject([
      { directive: { name: 'reply' } },
      { directive: { name: 'display-web-view' }, error: expect.stringContaining('WebEngine') },
      { directive: { name: 'sleep' } },
    ]);
    expect(record.error).toBeNull();
    expect(bubble()?.reply).toMatch(/^Here\. .*WebEngine/);
    await device.clock.advance(5_000);
    expect(bubble()).toBeNull();
  });

  it('raise the notification, with the payload as JSON text or without one', async () => {
    const heard: unknown[] = [];
    device.subscribe(
      { origin: 'control', roles: ['Admin'] },
      ['Event', 'UserInterface', 'Assistant', 'Notification'],
      (update) => heard.push(update),
    );
    answer = () => ({
      directives: [
        action('assistant-event', { name: 'Switch', payload: { text: 'Ok, “lights” on.' } }),
        action('assistant-event', { name: 'ping' }),
        sleep,
      ],
    });
    await hear();
    const event = (value: object) => ({ Event: { UserInterface: { Assistant: { Notification: value } } } });
    expect(heard).toEqual([
      event({ Name: 'Switch', Payload: JSON.stringify({ text: 'Ok, “lights” on.' }) }),
      event({ Name: 'ping' }),
    ]);
  });

  it('leave in the record what the device did, and how long its macros took', async () => {
    device.subscribe(
      { origin: 'macro:events', roles: ['Admin'] },
      ['Event', 'UserInterface', 'Assistant', 'Notification'],
      () => void device.command({ origin: 'macro:events', roles: ['Admin'] }, ['Audio', 'Volume', 'Mute']),
    );
    answer = () => ({ directives: [action('assistant-event', { name: 'mute' }), sleep] });
    const { effects, stages } = await hear();
    expect(effects).toMatchObject([
      { kind: 'event', path: 'UserInterface Assistant Notification' },
      { kind: 'command', path: 'Audio Volume Mute', origin: 'macro:events', result: expect.anything() },
    ]);
    expect(stages.at(-1)?.stage).toBe('macro');
  });

  it('that do not end with listen or sleep are played, sent to sleep, and reported', async () => {
    answer = () => ({ directives: [sleep, reply('And another thing.')] });
    const record = await hear();
    expect(record.error).toEqual({
      code: 'no-ending',
      message: 'The set of directives of room ends with reply; it must end with listen or sleep.',
    });
    expect(bubble()?.reply).toBe('And another thing.');
    await device.clock.advance(8_000);
    expect(bubble()).toBeNull();
  });
});

describe('a skill that fails', () => {
  const broken: [string, () => TestAnswer | Promise<TestAnswer>, RegExp][] = [
    ['bad-challenge', () => ({ directives: [sleep], challenge: 'other' }), /another challenge/],
    ['bad-challenge', () => ({ directives: [sleep], challenge: undefined }), /no challenge/],
    ['bad-response', () => ({ directives: [action('dance'), sleep] }), /directives/],
    ['refused', () => Promise.reject(new Error('not today')), /status 400: not today/],
  ];
  it.each(broken)(
    '%s: is told on the bubble and in the record, and nothing is played',
    async (code, answers, text) => {
      answer = answers;
      const record = await hear();
      expect(record).toMatchObject({
        skill: 'room',
        request: { text: 'work' },
        response: null,
        played: [],
        error: { code, message: expect.stringMatching(text) },
      });
      expect(bubble()).toMatchObject({ state: 'answering', reply: expect.stringMatching(text) });
      await device.clock.advance(8_000);
      expect(bubble()).toBeNull();
    },
  );

  it('may not take for ever', async () => {
    answer = () => new Promise(() => undefined);
    expect(await assistantFor(room.entry, 20).hear(SAY)).toMatchObject({
      request: { text: 'work' },
      error: { code: 'timeout', message: 'room did not answer within 20 ms' },
    });
    expect(bubble()?.reply).toBe('room did not answer within 20 ms.');
  });

  it('cannot be reached when nothing listens there', async () => {
    await room.close();
    expect(await hear()).toMatchObject({ skill: 'room', error: { code: 'unreachable' } });
    room = await startTestSkill('room', () => answer());
  });

  it('refuses what was sealed for another key', async () => {
    const { publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const assistant = assistantFor({
      ...room.entry,
      registration: { ...room.entry.registration, publicKey },
    });
    expect(await assistant.hear(SAY)).toMatchObject({ error: { code: 'refused' } });
  });

  it('does not keep the next turn from being taken', async () => {
    const assistant = assistantFor(room.entry);
    answer = () => Promise.reject(new Error('not today'));
    await assistant.hear(SAY);
    answer = () => ({ directives: [reply('Now.'), sleep] });
    expect(await assistant.hear(SAY)).toMatchObject({ id: 2, error: null });
    expect(bubble()?.reply).toBe('Now.');
  });
});
