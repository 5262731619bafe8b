import { on } from '../../dialogue/define-skill.ts';
import type { Answer } from '../../dialogue/skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';
import { AMOUNT, NUMBER, spokenNumber } from '../lib/spoken-number.ts';
import { outOfRange } from './out-of-range.ts';

const TEMPERATURE = '(?:the |room )?(?:room )?(?:temperature|heating|heat|thermostat)';
const ROOM = '(?:it|the room|this room)';
const SET = '(?:set|put|make|change|turn|bring|raise|lower|increase|reduce)';
const DEGREES = ' ?(?:degrees?|°c?)(?: celsius| centigrade)?';
const WANTED = `(?<wanted>${NUMBER})`;
const AMOUNT_OF = `(?<amount>${AMOUNT})${DEGREES}`;
const A_BIT = '(?:a bit|a little|a little bit|slightly|much|some)';
const FEELING = "(?:it's|it is|i'm|i am|we're|we are) (?:too |a bit |so |very )?";

/** Degrees for "warmer" and "cooler" without a number. */
const STEP = 1;
const COLDEST = 5;
const WARMEST = 35;

const INSTEAD = "I can't reach the heating from here.";

interface Direction {
  readonly comparative: string;
  /** As in "raise the temperature". */
  readonly verb: string;
  /** As in "warm it up". */
  readonly phrasal: string;
  readonly particle: string;
  readonly complaint: string;
}

/** The ways to ask for one of the two directions, with or without an amount. */
function towards({ comparative, verb, phrasal, particle, complaint }: Direction): RegExp[] {
  const by = `(?: (?:(?:by )?${AMOUNT_OF}|${A_BIT}))?`;
  return [
    sentence`(?:make ${ROOM} )?(?:(?:${AMOUNT_OF}|${A_BIT}) )?${comparative}`,
    sentence`(?:make ${ROOM} )?${comparative} by ${AMOUNT_OF}`,
    sentence`${verb} ${TEMPERATURE}${by}`,
    sentence`turn (?:${particle} ${TEMPERATURE}|${TEMPERATURE} ${particle})${by}`,
    sentence`${phrasal} (?:${particle} ${ROOM}|${ROOM} ${particle})${by}`,
    sentence`${FEELING}${complaint}`,
  ];
}

const warmer = towards({
  comparative: '(?:warmer|hotter)',
  verb: '(?:raise|increase)',
  phrasal: '(?:warm|heat)',
  particle: 'up',
  complaint: '(?:cold|freezing|chilly)',
});

const cooler = towards({
  comparative: '(?:cooler|colder)',
  verb: '(?:lower|decrease|reduce)',
  phrasal: 'cool',
  particle: 'down',
  complaint: '(?:hot|warm|boiling)',
});

export const temperature = [
  on(
    'temperature-set',
    [
      sentence`${SET} ${TEMPERATURE} (?:up |down )?(?:to|at) ${WANTED}(?:${DEGREES})?`,
      sentence`${SET} ${ROOM} (?:up |down )?(?:to|at) ${WANTED}${DEGREES}`,
      sentence`(?:set|put|make|change) (?:${TEMPERATURE}|${ROOM}) ${WANTED}${DEGREES}`,
      sentence`${TEMPERATURE} (?:to |at )?${WANTED}(?:${DEGREES})?`,
      sentence`${WANTED}${DEGREES}`,
    ],
    (_turn, { wanted = '' }) => setTo(spokenNumber(wanted)),
  ),
  on('temperature-warmer', warmer, (_turn, { amount }) => changeBy('warmer', amount)),
  on('temperature-cooler', cooler, (_turn, { amount }) => changeBy('cooler', amount)),
];

function setTo(set: number): Answer {
  if (!(set >= COLDEST && set <= WARMEST)) {
    return outOfRange(`The temperature goes from ${COLDEST} to ${WARMEST} degrees. How warm shall it be?`);
  }
  const says = `Setting the temperature to ${degrees(set)}.`;
  return raise('room-temperature', { set }, says, INSTEAD);
}

function changeBy(direction: 'warmer' | 'cooler', amount: string | undefined): Answer {
  const by = amount === undefined ? STEP : spokenNumber(amount);
  if (!(by > 0 && by <= WARMEST - COLDEST)) {
    return outOfRange(`I can't make it that much ${direction}. How many degrees shall it be?`);
  }
  const change = direction === 'warmer' ? by : -by;
  return raise('room-temperature', { change }, `Making it ${degrees(by)} ${direction}.`, INSTEAD);
}

const degrees = (count: number) =>
  count === 1 ? 'one degree' : count === 0.5 ? 'half a degree' : `${count} degrees`;
