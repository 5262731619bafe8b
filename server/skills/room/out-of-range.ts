import { directives } from '#contract';
import type { Answer } from '../../dialogue/skill.ts';

/** For a number that cannot be: says what can, and listens for another try. */
export const outOfRange = (text: string): Answer => ({ directives: directives().say(text).listen() });
