import { directives } from '#contract';
import { defineSkill, on } from '../../dialogue/define-skill.ts';
import type { Skill } from '../../dialogue/skill.ts';
import type { Views } from '../../views/views.ts';
import { closePage, showPage } from '../lib/page-directives.ts';

/** The switch with a page: shown when it is on, gone when it is off. */
export const createSwitchView = (views: Views): Skill =>
  defineSkill({
    name: 'switch-view',
    handlers: [
      on('turn-on', /\bon\b/i, async (turn) => {
        const words = {
          says: 'Ok, turning lights on.',
          instead: "I can't show the switch here.",
          title: 'Switch',
        };
        return { directives: (await showPage(views, turn, 'switch', words)).sleep(10) };
      }),
      on('turn-off', /\boff\b/i, (turn) => {
        const words = { says: 'Ok, turning lights off.', instead: "I can't close a page from here." };
        return { directives: closePage(turn, words).sleep(10) };
      }),
    ],
    introduction: () => ask('This is the switch with a page. Turn it on to see it, and off to close it.'),
    otherwise: () => ask('I can turn lights on or off.'),
  });

const ask = (text: string) => ({
  directives: directives().say(text).uiHint(['turn on', 'turn off'], 'Try saying').listen(),
});
