import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLine } from './parse-line.ts';

describe('a line of the shell', () => {
  test.each([
    ['xStatus Audio Volume', ['xStatus', 'Audio', 'Volume'], []],
    ['  xstatus   /Audio/Volume ', ['xstatus', '/Audio/Volume'], []],
    ['xCommand Audio Volume Set Level: 45', ['xCommand', 'Audio', 'Volume', 'Set'], [['Level', '45']]],
    ['xCommand Dial Number:"a: b | c"', ['xCommand', 'Dial'], [['Number', 'a: b | c']]],
    ['xCommand A Url: http://x:80/', ['xCommand', 'A'], [['Url', 'http://x:80/']]],
    [
      'xCommand A Header: "A: 1" Header: "B"',
      ['xCommand', 'A'],
      [
        ['Header', 'A: 1'],
        ['Header', 'B'],
      ],
    ],
    ['xFeedback register /Status/Call[1]/Status', ['xFeedback', 'register', '/Status/Call[1]/Status'], []],
    ['', [], []],
  ] as const)('%j', (line, words, values) => {
    const named = values.map(([name, value]) => ({ name, value }));
    expect(parseLine(line)).toEqual({ words, values: named });
    expect(parseLine(`${line} | resultId="7"`)).toEqual({ words, values: named, resultId: '7' });
  });

  test.each([
    'xCommand A Text: "open',
    'xCommand A Text: "\\q"',
    'xCommand A Text:',
    'xCommand A Text: "a" stray',
    'xStatus | grep Audio',
    'xStatus "Audio"',
    'xStatus Audio | resultId="1" | resultId="2"',
    ': x',
  ])('%s is none', (line) => {
    expect(parseLine(line)).toBeUndefined();
  });

  test('gives back whatever was quoted', () => {
    const named = fc.record({
      name: fc.stringMatching(/^[A-Za-z][\w.]*$/),
      value: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 5 }), (values) => {
        const quoted = values.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`).join(' ');
        expect(parseLine(`xCommand A ${quoted} | resultId="1"`)).toEqual({
          words: ['xCommand', 'A'],
          values,
          resultId: '1',
        });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (line) => void parseLine(line)));
  });
});
