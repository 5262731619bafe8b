import type { Language } from './language.ts';

/** `21.5°C`, from degrees Celsius: at most one decimal place. */
export const degrees = (celsius: number, { tag }: Language) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit: 'celsius', maximumFractionDigits: 1 }).format(celsius);

/** `60%`, from 60. */
export const percentage = (percent: number, { tag }: Language) =>
  new Intl.NumberFormat(tag, { style: 'percent' }).format(percent / 100);

export const count = (value: number, { tag }: Language) => new Intl.NumberFormat(tag).format(value);

/** Hours and minutes as the language has them. */
export const timeOfDay = (moment: Date, { tag }: Language) =>
  new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(moment);

/** Weekday, day and month. */
export const day = (moment: Date, { tag }: Language) =>
  new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' }).format(moment);
