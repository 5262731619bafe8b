import { InvalidArgumentError } from 'commander';

/** A whole number that is at least `least`. @throws InvalidArgumentError */
export const parseCount =
  (least: number) =>
  (text: string): number => {
    const count = Number(text);
    if (/^\d{1,6}$/.test(text) && count >= least) return count;
    throw new InvalidArgumentError(`Expected a whole number, ${least} or more.`);
  };
