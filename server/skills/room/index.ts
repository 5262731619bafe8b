import { directives } from '#contract';
import { defineSkill, on } from '../../dialogue/define-skill.ts';
import type { Answer, Skill } from '../../dialogue/skill.ts';
import type { Views } from '../../views/views.ts';
import { sentence } from '../lib/sentence.ts';
import { blinds } from './blinds.ts';
import { dashboard } from './dashboard.ts';
import { lights } from './lights.ts';
import { temperature } from './temperature.ts';
import { volume } from './volume.ts';

/** The meeting room by voice: lights, blinds, temperature, volume, and a page that shows them. */
export const createRoom = (views: Views): Skill =>
  defineSkill({
    name: 'room',
    handlers: [...lights, ...blinds, ...temperature, ...volume, ...dashboard(views), help, neverMind],
    introduction: () => ask('This is the room. What shall I do?'),
    otherwise: () => ask("I didn't get that. I know lights, blinds, temperature, volume and the dashboard."),
  });

/** What the device suggests; each of them is understood. */
const HINTS = [
  'turn off the lights',
  'close the blinds',
  'set the temperature to 21 degrees',
  'show the dashboard',
];

const help = on(
  'help',
  [sentence`help(?: me)?`, sentence`what (?:can|could) (?:i|you|we) (?:do|say|ask)(?: for)?`],
  () => ask('I can change lights, blinds, temperature and volume, and show the dashboard.'),
);

/** For the turn after we listened, when nothing is wanted after all. */
const neverMind = on(
  'never-mind',
  sentence`(?:never ?mind|cancel|forget it|nothing|no|no thanks|no thank you|stop|thanks|thank you|that's (?:all|it)|goodbye|bye)`,
  () => ({ directives: directives().reply('Ok.').sleep(0) }),
);

const ask = (text: string): Answer => ({
  directives: directives().say(text).uiHint(HINTS, 'Try saying').listen(),
});
