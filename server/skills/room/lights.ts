import { on } from '../../dialogue/define-skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';

const LIGHTS = '(?:all )?(?:of )?(?:the |our )?(?:room |ceiling )?(?:lights?|lamps?|lighting)';

/** Words that mean light; all others that the patterns let through mean dark. */
const LIT = new Set(['on', 'bright', 'light', 'up', 'too dark']);

export const lights = on(
  'lights',
  [
    sentence`(?:turn|switch|put) (?<state>on|off|out) ${LIGHTS}`,
    sentence`(?:turn|switch|put|leave) ${LIGHTS} (?<state>on|off|out)`,
    sentence`${LIGHTS} (?<state>on|off|out)`,
    sentence`(?:light (?<state>up)|kill|cut) (?:the room|${LIGHTS})`,
    sentence`make (?:it|the room|this room) (?<state>dark|bright|light)`,
    sentence`(?:it's|it is) (?<state>too dark|too bright)`,
  ],
  (_turn, { state = '' }) => {
    const lit = LIT.has(state.toLowerCase());
    return raise(
      'room-lights',
      { on: lit },
      {
        says: lit ? 'Turning the lights on.' : 'Turning the lights off.',
        instead: "I can't reach the lights from here.",
      },
    );
  },
);
