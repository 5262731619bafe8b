import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandEntry, loadCatalogue, type Parameter } from '#xapi';
import { checkBody, checkParameters } from './check-parameters.ts';
import type { Json, JsonObject } from './types.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

const commands = loadCatalogue().entries.filter((entry) => entry.type === 'Command');
const anyCommand = fc.constantFrom(...commands);

/** Values that the catalogue allows for one parameter. */
function allowed(parameter: Parameter): fc.Arbitrary<Json> {
  const {
    type,
    values = [],
    min = 0,
    max = 2 ** 31 - 1,
    minLength = 0,
    maxLength = 50,
    multiple,
  } = parameter;
  const text = fc
    .string({ unit: 'grapheme-ascii', minLength, maxLength: Math.min(maxLength, minLength + 40) })
    .filter((each) => Buffer.byteLength(each) <= maxLength);
  const one: fc.Arbitrary<Json> = type.startsWith('Integer')
    ? fc.integer({ min, max }).chain((value) => fc.constantFrom<Json>(value, String(value)))
    : type.startsWith('Literal')
      ? fc.constantFrom(...values).chain((value) => fc.constantFrom(value, value.toUpperCase()))
      : text;
  return multiple === undefined ? one : fc.oneof(one, fc.array(one, { maxLength: Math.min(3, multiple) }));
}

const anyCall = anyCommand.chain((entry) => {
  const model = Object.fromEntries(entry.params.map((parameter) => [parameter.name, allowed(parameter)]));
  const requiredKeys = entry.params.filter(({ required }) => required).map(({ name }) => name);
  return fc.tuple(fc.constant(entry), fc.record(model, { requiredKeys }) as fc.Arbitrary<JsonObject>);
});

const badUsage = (entry: CommandEntry, params: JsonObject): string => {
  try {
    checkParameters(entry, params);
    return 'accepted';
  } catch (error) {
    if (error instanceof XapiError && error.code === XAPI_ERROR.badParameter) return error.message;
    throw error;
  }
};

describe('every command of the catalogue', () => {
  test('takes what its schema allows, in the schema’s spelling, and fills in defaults', () => {
    fc.assert(
      fc.property(anyCall, ([entry, given]) => {
        const lowered = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
        );
        const checked = checkParameters(entry, lowered);
        const defaults = entry.params.filter((each) => each.default !== undefined).map(({ name }) => name);
        expect(Object.keys(checked).toSorted()).toEqual(
          [...new Set([...Object.keys(given), ...defaults])].toSorted(),
        );
        expect(checkParameters(entry, checked)).toEqual(checked);
      }),
      { numRuns: 1000 },
    );
  });

  test('names a required parameter that is missing', () => {
    fc.assert(
      fc.property(anyCall, ([entry, given]) => {
        const required = entry.params.find((parameter) => parameter.required);
        if (!required) return;
        const { [required.name]: _, ...others } = given;
        expect(badUsage(entry, others)).toBe(`Bad usage: Missing parameter "${required.name}".`);
      }),
    );
  });

  test('refuses a parameter that it does not have', () => {
    fc.assert(
      fc.property(anyCall, ([entry, given]) => {
        expect(badUsage(entry, { ...given, Nonsense: 1 })).toBe('Bad usage: Unknown parameter "Nonsense".');
      }),
    );
  });

  test('refuses, by name, a value out of range, out of list, too long or of another kind', () => {
    fc.assert(
      fc.property(
        anyCall,
        fc.nat(),
        fc.constantFrom(null, {}, [[]], 1.5, Number.MAX_SAFE_INTEGER),
        (call, at, wrong) => {
          const [entry, given] = call;
          const parameter = entry.params[at % Math.max(1, entry.params.length)];
          if (!parameter || (parameter.type.startsWith('String') && typeof wrong === 'number')) return;
          expect(badUsage(entry, { ...given, [parameter.name]: wrong })).toBe(
            `Bad usage: Bad argument to parameter "${parameter.name}".`,
          );
        },
      ),
    );
  });

  test('takes a body only when it is multi-line', () => {
    for (const entry of commands) {
      const check = () => checkBody(entry, 'text');
      if (entry.multiline) expect(check).not.toThrow();
      else expect(check, entry.path).toThrow(XapiError);
    }
  });
});

const find = (path: string): CommandEntry => {
  const entry = commands.find((each) => each.path === path);
  if (!entry) throw new Error(`no ${path}`);
  return entry;
};

describe('a parameter', () => {
  test('may not be given twice in different spelling', () => {
    expect(badUsage(find('Message Send'), { Text: 'a', text: 'b' })).toBe(
      'Bad usage: Parameter "Text" given twice.',
    );
  });

  test('that may be repeated is an array in the end, of so many values at most', () => {
    const get = find('HttpClient Get');
    const Url = 'http://127.0.0.1';
    expect(checkParameters(get, { Url, Header: 'a: b' })).toMatchObject({ Header: ['a: b'] });
    const Header = Array.from({ length: 21 }, () => 'a: b');
    expect(badUsage(get, { Url, Header })).toBe(
      'Bad usage: Parameter "Header" may be given 20 times at most.',
    );
  });

  test('that may not be repeated is no array', () => {
    expect(badUsage(find('Message Send'), { Text: ['a', 'b'] })).toContain(
      'Bad argument to parameter "Text"',
    );
  });

  test('is measured in UTF-8 bytes', () => {
    const display = find('UserInterface Message Alert Display');
    expect(badUsage(display, { Text: 'ä'.repeat(127) })).toBe('accepted');
    expect(badUsage(display, { Text: 'ä'.repeat(128) })).toContain('"Text"');
  });

  test('may be given its default, even where that is outside the range', () => {
    const display = find('UserInterface Message TextLine Display');
    expect(checkParameters(display, { Text: 'hi', X: '0' })).toMatchObject({ X: 0 });
    expect(badUsage(display, { Text: 'hi', X: -1 })).toContain('"X"');
  });

  test('with a dot in its name is found', () => {
    const display = find('UserInterface Message Prompt Display');
    expect(checkParameters(display, { text: 'Which?', 'option.1': 'This' })).toMatchObject({
      'Option.1': 'This',
    });
  });
});
