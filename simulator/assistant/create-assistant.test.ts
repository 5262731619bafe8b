import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SkillRequestInput } from '#contract';
import { commission } from '../device/commission.ts';
import { createDeviceCore } from '../device/create-device-core.ts';
import type { Device } from '../device/types.ts';
import { type Assistant, createAssistant } from './create-assistant.ts';
import { createSkillDirectory, type SkillDirectory } from './skill-directory.ts';
import { startTestSkill, type TestAnswer, type TestSkill } from './test-skill.ts';

const SPEAKER = {
  orgId: '00000000-0000-0000-0000-000000000000',
  userId: '00000000-1111-1111-1111-000000000000',
  language: 'en',
  locale: 'en_US',
  timeZone: 'America/Los_Angeles',
};
const listen = { name: 'listen', type: 'action', payload: {} };
const sleep = (delay: number) => ({ name: 'sleep', type: 'action', payload: { delay } });
const reply = (text: string) => ({ name: 'reply', type: 'view', payload: { text } });

let device: Device;
let room: TestSkill;
let view: TestSkill;
let skills: SkillDirectory;
let assistant: Assistant;
/** What the skill `room` answers next; it says what it heard and listens when nothing else is set. */
let answer: (request: SkillRequestInput) => TestAnswer | Promise<TestAnswer>;

beforeEach(async () => {
  device = createDeviceCore({ name: 'room1', startAt: Date.UTC(2026, 10, 20, 12) });
  commission(device);
  // From its first move on, the device's clock stands still between the moves.
  await device.clock.advance(0);
  answer = ({ text }) => ({ directives: [reply(`Heard: ${text}`), listen] });
  room = await startTestSkill('room', (request) => answer(request));
  view = await startTestSkill('switch-view', () => ({ directives: [reply('View.'), sleep(10)] }));
  skills = createSkillDirectory([room.entry, view.entry]);
  assistant = createAssistant({ device, skills, speaker: SPEAKER });
});

afterEach(async () => {
  assistant.close();
  device.close();
  await Promise.all([room.close(), view.close()]);
});

const bubble = () => device.screen.current.assistant;

describe('a turn', () => {
  it('is sent in the shape of the Skills Reference Guide', async () => {
    await assistant.hear('ok webex, tell room to turn on the lights');
    expect(room.requests).toEqual([
      {
        text: 'turn on the lights',
        context: {
          orgId: SPEAKER.orgId,
          userId: SPEAKER.userId,
          userType: null,
          developerDeviceId: device.peek(['Status', 'Webex', 'DeveloperId']),
          supportedDirectives: [
            'reply',
            'speak',
            'listen',
            'sleep',
            'ui-hint',
            'asr-hint',
            'display-web-view',
            'clear-web-view',
            'assistant-event',
          ],
        },
        params: {
          target_dialogue_state: null,
          time_zone: 'America/Los_Angeles',
          timestamp: Math.floor(device.clock.now() / 1000),
          language: 'en',
          locale: 'en_US',
          dynamic_resource: {},
          allowed_intents: [],
        },
        frame: {},
        challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('leaves a whole record', async () => {
    const record = await assistant.hear('ok webex, tell room hello');
    expect(record).toMatchObject({
      id: 1,
      text: 'ok webex, tell room hello',
      skill: 'room',
      request: { text: 'hello' },
      response: { directives: [{ name: 'reply' }, { name: 'listen' }] },
      played: [{ directive: { name: 'reply' } }, { directive: { name: 'listen' } }],
      error: null,
    });
    expect(record.at).toMatch(/^2026-11-20T12:00:/);
    expect(assistant.turns.after(0)).toEqual([record]);
  });

  it('tells the time of its stages, the server’s among them, in their order', async () => {
    const { stages } = await assistant.hear('ok webex, tell room hello');
    const order = [...stages].sort((a, b) => a.startedAt - b.startedAt);
    expect(stages).toEqual(order);
    expect(stages.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['hear', 'match', 'encrypt', 'send', 'decrypt', 'dialogue', 'play']),
    );
    expect(stages.find(({ stage }) => stage === 'decrypt')?.milliseconds).toBe(0.5);
    const times = Object.fromEntries(stages.map(({ stage, startedAt }) => [stage, startedAt]));
    expect(times.send).toBeGreaterThanOrEqual(times.encrypt ?? Number.NaN);
    expect(times.play).toBeGreaterThanOrEqual(times.send ?? Number.NaN);
  });

  it('shows what was heard while the skill thinks, then its answer', async () => {
    let shown: unknown;
    answer = () => {
      shown = bubble();
      return { directives: [reply('Done.'), listen] };
    };
    await assistant.hear('ok webex, tell room hello');
    expect(shown).toMatchObject({ state: 'thinking', heard: 'ok webex, tell room hello', reply: null });
    expect(bubble()).toMatchObject({ state: 'listening', reply: 'Done.' });
  });

  it('waits until the one before is over', async () => {
    const order: string[] = [];
    answer = async ({ text }) => {
      order.push(`begin ${text}`);
      await device.settled();
      order.push(`end ${text}`);
      return { directives: [listen] };
    };
    await Promise.all(['one', 'two'].map((word) => assistant.hear(`ok webex, tell room ${word}`)));
    expect(order).toEqual(['begin one', 'end one', 'begin two', 'end two']);
  });
});

describe('which skill is called', () => {
  it('has the longest name that fits', async () => {
    const record = await assistant.hear('ok webex, tell switch view to turn on');
    expect(record.skill).toBe('switch-view');
    expect(view.requests).toMatchObject([{ text: 'turn on' }]);
  });

  it('is asked for its introduction by its name alone', async () => {
    await assistant.hear('ok webex, open room');
    expect(room.requests).toMatchObject([{ text: '', params: { target_dialogue_state: 'skill_intro' } }]);
  });

  it('is none that was not enabled; the Assistant says which there are', async () => {
    skills.setEnabled('room', false);
    const record = await assistant.hear('ok webex, tell room hello');
    expect(record).toMatchObject({ skill: null, request: null, error: { code: 'no-skill' } });
    expect(room.requests).toEqual([]);
    expect(bubble()).toMatchObject({
      reply: 'On this simulated device only skills answer: switch view.',
      hints: { text: ['ok webex, open switch view'], prompt: 'Try saying' },
    });
    await device.clock.advance(8_000);
    expect(bubble()).toBeNull();
  });

  it('may be told after the wake phrase, in a second breath', async () => {
    expect(await assistant.hear('ok webex')).toMatchObject({ skill: null, error: null });
    expect(bubble()?.state).toBe('listening');
    expect(await assistant.hear('tell room hello')).toMatchObject({ skill: 'room' });
  });
});

describe('a conversation', () => {
  it('goes on with frame, target state, intents and history while the Assistant listens', async () => {
    answer = () => ({
      directives: [listen],
      frame: { asked: 'degrees' },
      params: { target_dialogue_state: 'degrees', allowed_intents: ['room.degrees'] },
      history: [{ said: 'warmer' }],
    });
    await assistant.hear('ok webex, tell room warmer');
    const record = await assistant.hear('twenty one');
    expect(record.skill).toBe('room');
    expect(room.requests[0]).not.toHaveProperty('history');
    expect(room.requests[1]).toMatchObject({
      text: 'twenty one',
      frame: { asked: 'degrees' },
      params: { target_dialogue_state: 'degrees', allowed_intents: ['room.degrees'] },
      history: [{ said: 'warmer' }],
    });
  });

  it('keeps the frame but neither target nor intents when the answer names none', async () => {
    answer = ({ frame }) =>
      frame && Object.keys(frame).length > 0
        ? { directives: [listen] }
        : { directives: [listen], frame: { kept: true }, params: { target_dialogue_state: 'once' } };
    await assistant.hear('ok webex, tell room one');
    await assistant.hear('two');
    await assistant.hear('three');
    expect(room.requests[2]).toMatchObject({
      frame: { kept: true },
      params: { target_dialogue_state: null, allowed_intents: [] },
    });
  });

  it('begins anew when the skill is called again', async () => {
    answer = () => ({ directives: [listen], frame: { kept: true } });
    await assistant.hear('ok webex, tell room one');
    await assistant.hear('ok webex, tell room two');
    expect(room.requests[1]?.frame).toEqual({});
  });

  it('ends when the Assistant is sent to sleep, and the bubble goes after the delay', async () => {
    answer = () => ({ directives: [reply('Bye.'), sleep(10)] });
    await assistant.hear('ok webex, tell room bye');
    expect(await assistant.hear('and then?')).toMatchObject({ error: { code: 'not-addressed' } });
    expect(room.requests).toHaveLength(1);
    await device.clock.advance(9_999);
    expect(bubble()).toMatchObject({ state: 'answering', reply: 'Bye.' });
    await device.clock.advance(1);
    expect(bubble()).toBeNull();
  });

  it('ends when nobody says anything', async () => {
    await assistant.hear('ok webex, tell room hello');
    await device.clock.advance(20_000);
    expect(bubble()).toBeNull();
    expect(await assistant.hear('hello?')).toMatchObject({ error: { code: 'not-addressed' } });
  });

  it('ends when the device goes to standby, and when the Assistant is switched off', async () => {
    await assistant.hear('ok webex, tell room hello');
    await device.command({ origin: 'control', roles: ['Admin'] }, ['Standby', 'Activate']);
    expect(bubble()).toBeNull();
    await assistant.hear('ok webex, tell room hello');
    device.setConfiguration(['UserInterface', 'Assistant', 'Mode'], 'Off');
    expect(bubble()).toBeNull();
    expect(await assistant.hear('hello?')).toMatchObject({ error: { code: 'assistant-off' } });
  });
});

describe('whether it hears at all', () => {
  it('depends on Configuration UserInterface Assistant Mode', async () => {
    device.setConfiguration(['UserInterface', 'Assistant', 'Mode'], 'Off');
    const record = await assistant.hear('ok webex, tell room hello');
    expect(record.error?.message).toContain('UserInterface Assistant Mode is Off');
    expect(room.requests).toEqual([]);
    expect(bubble()).toBeNull();
  });

  it('does not depend on standby: the wake phrase wakes the device, other words do not', async () => {
    await device.command({ origin: 'control', roles: ['Admin'] }, ['Standby', 'Activate']);
    await assistant.hear('hello?');
    expect(device.peek(['Status', 'Standby', 'State'])).toBe('Standby');
    const record = await assistant.hear('ok webex, tell room hello');
    expect(device.peek(['Status', 'Standby', 'State'])).toBe('Off');
    expect(record).toMatchObject({ skill: 'room', error: null });
    expect(record.effects).toMatchObject([{ origin: 'assistant', path: 'Standby Deactivate' }]);
  });
});

describe('after it was closed', () => {
  it('gives up the turn under way and takes no other', async () => {
    const asked = new Promise<void>((resolve) => {
      answer = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const turn = assistant.hear('ok webex, tell room hello');
    const next = assistant.hear('ok webex, tell room hello');
    await asked;
    assistant.close();
    await expect(turn).rejects.toThrow('The Assistant of room1 was closed.');
    await expect(next).rejects.toThrow('The Assistant of room1 was closed.');
    expect(room.requests).toHaveLength(1);
    expect(bubble()).toBeNull();
  });
});
