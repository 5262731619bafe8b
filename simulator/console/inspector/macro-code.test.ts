import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../state/control-types.ts';
import { macroCode } from './macro-code.ts';

const entry = (part: Partial<JournalEntry>): JournalEntry => ({
  seq: 1,
  at: '2026-11-20T10:00:00.000Z',
  origin: 'control',
  kind: 'command',
  path: 'Audio Volume Set',
  ...part,
});

describe('macroCode', () => {
  it('writes a command as a macro would', () => {
    expect(macroCode(entry({ params: { Level: 45 } }))).toBe('xapi.Command.Audio.Volume.Set({ Level: 45 });');
  });

  it('writes nothing between the brackets where there is nothing', () => {
    expect(macroCode(entry({ path: 'Standby Activate' }))).toBe('xapi.Command.Standby.Activate();');
  });

  it('gives the body as the second argument, even without parameters', () => {
    expect(macroCode(entry({ path: 'Message Send', body: 'a\nb' }))).toBe(
      'xapi.Command.Message.Send({}, "a\\nb");',
    );
  });

  it('has no code for what is no command', () => {
    expect(macroCode(entry({ kind: 'event' }))).toBeUndefined();
  });

  it('writes any parameters so that they come out the same', () => {
    const names = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    const values = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.dictionary(names, values), (params) => {
        const code = macroCode(entry({ path: 'Do', params })) ?? '';
        const Do = (given: unknown) => given;
        const run = new Function('xapi', `return ${code}`);
        expect(run({ Command: { Do } })).toEqual(params);
      }),
    );
  });
});
