import { on } from '../../dialogue/define-skill.ts';
import type { Answer } from '../../dialogue/skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';
import { AMOUNT, NUMBER, spokenNumber } from '../lib/spoken-number.ts';
import { outOfRange } from './out-of-range.ts';

const TEMPERATURE =
  '(?:the |room )?(?:room )?(?:temperature|heating|heat|thermostat|air con(?:ditioning)?|a\\/?c)';
const DEGREES = '(?:degrees?|°c?)(?: celsius| centigrade)?';
const BY = `(?<amount>${AMOUNT}) ${DEGREES}`;
const BIT = '(?:a bit|a little|a little bit|slightly|much|some) ';
const ROOM = '(?:it|the room|this room)';

/** Degrees for "warmer" and "cooler" without a number. */
const STEP = 1;
const COLDEST = 5;
const WARMEST = 35;

const INSTEAD = "I can't reach the heating from here.";

/** The ways to ask for one of two directions, with or without an amount. */
const towards = (comparative: string, verb: string, turned: string) => [
  sentence`(?:make ${ROOM} )?(?:${BY} |${BIT})?${comparative}`,
  sentence`(?:make ${ROOM} )?${comparative} by ${BY}`,
  sentence`${verb} ${TEMPERATURE}(?: (?:by )?${BY}| ${BIT.trimEnd()})?`,
  sentence`turn (?:${turned} ${TEMPERATURE}|${TEMPERATURE} ${turned})(?: (?:by )?${BY}| ${BIT.trimEnd()})?`,
];

export const temperature = [
  on(
    'temperature-set',
    [
      sentence`(?:set|put|turn|make|change|raise|lower|bring) (?:${TEMPERATURE}|${ROOM}) (?:up |down )?(?:to |at )?(?<degrees>${NUMBER}) ?${DEGREES}`,
      sentence`(?:(?:set|put|turn|make|change|raise|lower|bring) )?${TEMPERATURE} (?:up |down )?(?:to |at )?(?<degrees>${NUMBER})`,
      sentence`(?:set|turn) ${ROOM} to (?<degrees>${NUMBER})`,
      sentence`(?<degrees>${NUMBER}) ?${DEGREES}`,
    ],
    (_turn, { degrees = '' }) => setTo(spokenNumber(degrees)),
  ),
  on(
    'temperature-warmer',
    [
      ...towards('(?:warmer|hotter)', '(?:raise|increase)', 'up'),
      sentence`(?:it's|it is|i'm|i am|we're|we are) (?:too |a bit |so |very )?(?:cold|freezing|chilly)`,
    ],
    (_turn, { amount }) => changeBy(amount === undefined ? STEP : spokenNumber(amount)),
  ),
  on(
    'temperature-cooler',
    [
      ...towards('(?:cooler|colder)', '(?:lower|decrease|reduce)', 'down'),
      sentence`(?:it's|it is|i'm|i am|we're|we are) (?:too |a bit |so |very )?(?:hot|warm|boiling)`,
    ],
    (_turn, { amount }) => changeBy(amount === undefined ? -STEP : -spokenNumber(amount)),
  ),
];

function setTo(set: number): Answer {
  if (!(set >= COLDEST && set <= WARMEST)) {
    return outOfRange(`The temperature goes from ${COLDEST} to ${WARMEST} degrees. How warm shall it be?`);
  }
  return raise('room-temperature', { set }, { says: `Setting ${degrees(set)}.`, instead: INSTEAD });
}

function changeBy(change: number): Answer {
  const says = `Making it ${degrees(Math.abs(change))} ${change < 0 ? 'cooler' : 'warmer'}.`;
  return raise('room-temperature', { change }, { says, instead: INSTEAD });
}

const degrees = (count: number) =>
  count === 1 ? 'one degree' : count === 0.5 ? 'half a degree' : `${count} degrees`;
