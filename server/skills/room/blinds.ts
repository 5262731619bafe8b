import { on } from '../../dialogue/define-skill.ts';
import type { Answer } from '../../dialogue/skill.ts';
import { raise } from '../lib/raise.ts';
import { sentence } from '../lib/sentence.ts';
import { NUMBER, spokenNumber } from '../lib/spoken-number.ts';
import { outOfRange } from './out-of-range.ts';

const BLINDS = '(?:all )?(?:of )?(?:the |our )?(?:window )?(?:blinds?|shades?|curtains?|shutters?)';
const OPEN = '(?:open|raise|lift|pull up|roll up)';
const CLOSE = '(?:close|shut|lower|draw|pull down|roll down)';
const SET = '(?:set|put|move|turn)';
const HALF = 'half(?:[ -]?way)?(?: up| down| open| closed| shut)?';
const PERCENT = `(?<percent>${NUMBER}) ?(?:%|percent|per cent)`;
const A_BIT = `(?:by ${PERCENT}|(?:a bit|a little|slightly|a little bit)(?: more)?)`;
/** Percent by which "a bit" moves them. */
const STEP = 20;

const RANGE = 'Blinds go from 0 to 100 percent. How far shall I open them?';
const INSTEAD = "I can't reach the blinds from here.";

export const blinds = [
  on(
    'blinds-open',
    [sentence`${OPEN} ${BLINDS}(?: fully| all the way)?`, sentence`${BLINDS} (?:up|open)`],
    () => moveTo(100),
  ),
  on(
    'blinds-close',
    [sentence`${CLOSE} ${BLINDS}(?: fully| all the way)?`, sentence`${BLINDS} (?:down|closed|shut)`],
    () => moveTo(0),
  ),
  on(
    'blinds-half',
    [
      sentence`(?:${OPEN}|${CLOSE}|${SET}) ${BLINDS} (?:to |at )?${HALF}`,
      sentence`half[ -]?(?:open|close|shut) ${BLINDS}`,
      sentence`${BLINDS} ${HALF}`,
    ],
    () => moveTo(50),
  ),
  on('blinds-open-more', sentence`${OPEN} ${BLINDS} ${A_BIT}`, (_turn, { percent }) =>
    moveBy('Opening', percent),
  ),
  on('blinds-close-more', sentence`${CLOSE} ${BLINDS} ${A_BIT}`, (_turn, { percent }) =>
    moveBy('Closing', percent),
  ),
  on(
    'blinds-percent-open',
    sentence`(?:(?:${SET}|${OPEN}) )?${BLINDS} (?:to |at )?${PERCENT}(?: open)?`,
    (_turn, { percent = '' }) => moveTo(spokenNumber(percent)),
  ),
  on(
    'blinds-percent-closed',
    [
      sentence`(?:${SET} )?${BLINDS} (?:to |at )?${PERCENT} (?:closed|shut)`,
      sentence`${CLOSE} ${BLINDS} (?:to |at )?${PERCENT}`,
    ],
    (_turn, { percent = '' }) => moveTo(100 - spokenNumber(percent)),
  ),
];

/** `position` in percent open. */
function moveTo(position: number): Answer {
  const set = Math.round(position);
  if (!(set >= 0 && set <= 100)) return outOfRange(RANGE);
  const says = set === 0 ? 'Closing the blinds.' : set === 100 ? 'Opening the blinds.' : openTo(set);
  return raise('room-blinds', { set }, says, INSTEAD);
}

const openTo = (percent: number) =>
  percent === 50 ? 'Setting the blinds to half.' : `Setting the blinds to ${percent} percent open.`;

function moveBy(direction: 'Opening' | 'Closing', percent: string | undefined): Answer {
  const by = percent === undefined ? STEP : Math.round(spokenNumber(percent));
  if (!(by >= 1 && by <= 100)) return outOfRange(RANGE);
  const says = `${direction} the blinds ${percent === undefined ? 'a bit' : `by ${by} percent`}.`;
  return raise('room-blinds', { change: direction === 'Opening' ? by : -by }, says, INSTEAD);
}
