import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestSkill, type TestSkill } from '../assistant/test-skill.ts';
import { startTestControl, type TestControl } from './test-control.ts';

let control: TestControl;
let skill: TestSkill;
beforeEach(async () => {
  const listen = { name: 'listen', type: 'action' };
  skill = await startTestSkill('switch-view', () => ({ directives: [listen] }), {
    category: 'private',
    enabled: false,
  });
  control = await startTestControl({ skills: [skill.entry] });
});
afterEach(async () => {
  await control.close();
  await skill.close();
});

const say = (text: string) => control.call('POST', '/api/devices/room1/say', { text });

describe('the skills', () => {
  it('are listed without their secrets', async () => {
    const { body } = await control.call('GET', '/api/skills');
    expect(body).toEqual([
      {
        name: 'switch-view',
        spoken: 'switch view',
        url: skill.entry.registration.url,
        category: 'private',
        enabled: false,
        developer: false,
        callable: false,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(skill.entry.registration.secret);
  });

  it('are enabled and disabled for the next utterance', async () => {
    const words = 'ok webex, tell switch view hello';
    expect((await say(words)).body).toMatchObject({ skill: null, error: { code: 'no-skill' } });
    const { body } = await control.call('PUT', '/api/skills/switch-view', { enabled: true });
    expect(body).toMatchObject({ enabled: true, callable: true });
    expect((await say(words)).body).toMatchObject({ skill: 'switch-view', error: null });
    await control.call('PUT', '/api/skills/switch-view', { enabled: false });
    expect((await say(words)).body).toMatchObject({ skill: null });
  });

  it('that are not registered are answered 404 with the known ones', async () => {
    const { status, body } = await control.call('PUT', '/api/skills/echo', { enabled: true });
    expect(status).toBe(404);
    expect(body).toEqual({
      error: { code: 'unknown-skill', message: 'There is no skill "echo". Known: switch-view.' },
    });
  });
});
