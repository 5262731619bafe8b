import { on } from '../../dialogue/define-skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';

const LIGHTS = '(?:all )?(?:of )?(?:the |our )?(?:room |ceiling )?(?:lights?|lamps?|lighting)';
const ROOM = '(?:it|the room|this room)';
const INSTEAD = "I can't reach the lights from here.";

const turned = (particle: string) => [
  sentence`(?:turn|switch|put) ${particle} ${LIGHTS}`,
  sentence`(?:(?:turn|switch|put|leave) )?${LIGHTS} ${particle}`,
];

export const lights = [
  on(
    'lights-on',
    [...turned('on'), sentence`make ${ROOM} (?:bright|light)`, sentence`(?:it's|it is) too dark`],
    () => raise('room-lights', { on: true }, 'Turning the lights on.', INSTEAD),
  ),
  on(
    'lights-off',
    [
      ...turned('(?:off|out)'),
      sentence`(?:kill|cut) ${LIGHTS}`,
      sentence`make ${ROOM} dark`,
      sentence`(?:it's|it is) too bright`,
    ],
    () => raise('room-lights', { on: false }, 'Turning the lights off.', INSTEAD),
  ),
];
