import { on } from '../../dialogue/define-skill.ts';
import type { Answer } from '../../dialogue/skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';
import { NUMBER, spokenNumber } from '../lib/spoken-number.ts';
import { outOfRange } from './out-of-range.ts';

const VOLUME = '(?:the )?(?:volume|sound)';
const PERCENT = '(?: ?(?:%|percent|per cent))?';
const BY = `(?: by (?<amount>${NUMBER})${PERCENT}| a bit| a little| a little bit)?`;
const MORE = '(?:a bit |a little |a little bit |much )?';

/** By how much "louder" and "quieter" change the device's volume, which goes from 0 to 100. */
const STEP = 10;

const RANGE = 'The volume goes from 0 to 100. How loud shall it be?';
const INSTEAD = "I can't reach the loudspeakers from here.";

export const volume = [
  on(
    'volume-set',
    sentence`(?:(?:set|put|turn|change) )?${VOLUME} (?:up |down )?(?:to |at )?(?<level>${NUMBER})${PERCENT}`,
    (_turn, { level = '' }) => setTo(spokenNumber(level)),
  ),
  on(
    'volume-up',
    [
      sentence`turn (?:up ${VOLUME}|(?:${VOLUME}|it) up)${BY}`,
      sentence`(?:raise|increase) ${VOLUME}${BY}`,
      sentence`${VOLUME} up${BY}`,
      sentence`(?:make it )?${MORE}louder`,
    ],
    (_turn, { amount }) => changeBy('up', amount),
  ),
  on(
    'volume-down',
    [
      sentence`turn (?:down ${VOLUME}|(?:${VOLUME}|it) down)${BY}`,
      sentence`(?:lower|decrease|reduce) ${VOLUME}${BY}`,
      sentence`${VOLUME} down${BY}`,
      sentence`(?:make it )?${MORE}(?:quieter|softer)`,
    ],
    (_turn, { amount }) => changeBy('down', amount),
  ),
];

function setTo(level: number): Answer {
  const set = Math.round(level);
  if (!(set >= 0 && set <= 100)) return outOfRange(RANGE);
  return raise('room-volume', { set }, `Setting the volume to ${set}.`, INSTEAD);
}

function changeBy(direction: 'up' | 'down', amount: string | undefined): Answer {
  const by = amount === undefined ? STEP : Math.round(spokenNumber(amount));
  if (!(by >= 1 && by <= 100)) return outOfRange(RANGE);
  const change = direction === 'up' ? by : -by;
  return raise('room-volume', { change }, `Turning the volume ${direction}.`, INSTEAD);
}
