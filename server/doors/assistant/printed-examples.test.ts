import { expect, it } from 'vitest';
import { sealMessage } from '#simulator/assistant/seal-message';
import { echoSkill } from './fixtures/echo-skill.ts';
import { post, testDoor } from './fixtures/test-door.ts';
import { makeKeys, ringOf } from './fixtures/test-keys.ts';

// The examples that the Skills Reference Guide prints, as they stand.
const REQUEST = `{
  "text": "hello",
  "context": {
    "orgId": "00000000-0000-0000-0000-000000000000",
    "userId": "00000000-1111-1111-1111-000000000000",
    "userType": null,
    "developerDeviceId": "00000000-2222-2222-2222-000000000000",
    "supportedDirectives": [
      "speak",
      "ui-hint",
      "clear-web-view",
      "asr-hint",
      "reply",
      "display-web-view",
      "listen",
      "sleep",
      "assistant-event"
    ]
  },
  "params": {
    "target_dialogue_state": null,
    "time_zone": "America/Los_Angeles",
    "timestamp": 1638833645,
    "language": "en",
    "locale": "en_US",
    "dynamic_resource": {},
    "allowed_intents": []
  },
  "frame": {},
  "challenge": "4f1cf832c0affcfb31afc841ca9fab2cd8243811131d37966ce2beba65d9a99d"
}`;

const RESPONSE = `{
  "directives": [
    {
      "name": "reply",
      "type": "view",
      "payload": {
        "text": "This is the echo skill. Say something and I will echo it back."
      }
    },
    {
      "name": "speak",
      "type": "action",
      "payload": {
        "text": "This is the echo skill. Say something and I will echo it back."
      }
    },
    {
      "name": "listen",
      "type": "action",
      "payload": {}
    }
  ],
  "challenge": "520d1c22c9c33ed169997d62da855e60145320767f49a502270fee0e7fb59ff1"
}`;

const keys = makeKeys(4096);
const ring = await ringOf(keys);

function openDoor() {
  const skill = echoSkill();
  return { door: testDoor({ skills: [skill], keys: { ringOf: () => ring } }), turns: skill.turns };
}

it('takes the printed request as it stands', async () => {
  const { door, turns } = openDoor();
  const answer = await post(door, sealMessage(REQUEST, keys));
  expect(answer).toMatchObject({ status: 200, body: { challenge: JSON.parse(REQUEST).challenge } });
  expect(turns).toEqual([
    {
      skill: 'echo',
      text: 'hello',
      language: 'en',
      locale: 'en-US',
      timeZone: 'America/Los_Angeles',
      moment: new Date('2021-12-06T23:34:05.000Z'),
      actor: { id: '00000000-1111-1111-1111-000000000000', type: null },
      organization: '00000000-0000-0000-0000-000000000000',
      device: '00000000-2222-2222-2222-000000000000',
      supportedDirectives: JSON.parse(REQUEST).context.supportedDirectives,
      frame: {},
      targetState: null,
      allowedIntents: [],
      dynamicResource: {},
    },
  ]);
});

it.each([
  ['without words', { text: '' }],
  ['with the target state skill_intro', { text: 'hello', params: { target_dialogue_state: 'skill_intro' } }],
])('gives the printed response to a call %s', async (_name, fields) => {
  const printed = JSON.parse(RESPONSE);
  const request = JSON.stringify({ ...JSON.parse(REQUEST), ...fields, challenge: printed.challenge });
  const { body } = await post(openDoor().door, sealMessage(request, keys));
  expect({ directives: body.directives, challenge: body.challenge }).toEqual(printed);
});
