import { describe, expect, it } from 'vitest';
import { count, day, degrees, percentage, timeOfDay } from './format.ts';
import { chooseLanguage } from './language.ts';

const english = chooseLanguage(['en-GB']);
const german = chooseLanguage(['de']);
const moment = new Date(2026, 10, 20, 9, 5);

describe('numbers and times', () => {
  it.each([
    [21.5, '21.5°C', '21,5 °C'],
    [22, '22°C', '22 °C'],
    [21.04, '21°C', '21 °C'],
    [-3, '-3°C', '-3 °C'],
  ])('%f degrees', (celsius, inEnglish, inGerman) => {
    expect(degrees(celsius, english)).toBe(inEnglish);
    expect(degrees(celsius, german).replace(/\s/, ' ')).toBe(inGerman);
  });

  it('are written as the language has them', () => {
    expect(percentage(60, english)).toBe('60%');
    expect(count(1200, german)).toBe('1.200');
    expect(timeOfDay(moment, english)).toBe('09:05');
    expect(timeOfDay(moment, chooseLanguage(['en-US']))).toMatch(/^9:05\sAM$/);
    expect(timeOfDay(moment, german)).toBe('09:05');
    expect(day(moment, german)).toBe('Freitag, 20. November');
  });
});
