import { directives } from '#contract';
import { defineSkill, on } from '../../dialogue/define-skill.ts';

/** The smallest skill there is, to copy: it answers, and sends the macros an event that shows an alert. */
export const switchSkill = defineSkill({
  name: 'switch',
  handlers: [
    on('turn-on', /\bon\b/i, () => announce('Ok, turning lights on.')),
    on('turn-off', /\boff\b/i, () => announce('Ok, turning lights off.')),
  ],
  introduction: () => ask('This is the switch. It turns lights on and off.'),
  otherwise: () => ask('I can turn lights on or off.'),
});

const announce = (text: string) => ({
  directives: directives().say(text).assistantEvent('Switch', { text }).sleep(10),
});

const ask = (text: string) => ({
  directives: directives().say(text).uiHint(['turn on', 'turn off'], 'Try saying').listen(),
});
