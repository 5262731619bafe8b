import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWakePhrase, matchInvocation, spokenName } from './invocation.ts';

const NAMES = ['room', 'switch', 'switch-view', 'c++ (beta)'];
const hear = (utterance: string) => {
  const words = afterWakePhrase(utterance);
  return words === undefined ? 'not addressed' : matchInvocation(words, NAMES);
};

describe('the wake phrase', () => {
  it.each([
    'ok webex, tell room hello',
    'OK Webex tell room hello',
    'okay, webex tell room hello',
    'Hey Webex, tell room hello',
    '  ok   webex:  tell room hello ',
  ])('is heard in %j', (utterance) => {
    expect(afterWakePhrase(utterance)).toBe('tell room hello');
  });

  it('may be all that is said', () => {
    expect(afterWakePhrase('ok webex')).toBe('');
    expect(afterWakePhrase('Hey Webex!')).toBe('');
  });

  it.each(['tell room hello', 'ok google, tell room hello', 'ok webexes tell room', 'say ok webex', ''])(
    'is not heard in %j',
    (utterance) => {
      expect(afterWakePhrase(utterance)).toBeUndefined();
    },
  );
});

describe('calling a skill', () => {
  it.each([
    ['ok webex, tell room turn on the lights', 'room', 'turn on the lights'],
    ['ok webex, tell room to turn on the lights', 'room', 'turn on the lights'],
    ['ok webex, ask room to show the dashboard', 'room', 'show the dashboard'],
    ['ok webex, ask Room how warm it is', 'room', 'how warm it is'],
    ['ok webex, tell room, to turn ON', 'room', 'turn ON'],
    ['ok webex, tell switch to turn on', 'switch', 'turn on'],
    ['ok webex, tell switch view to turn on', 'switch-view', 'turn on'],
    ['ok webex, tell switch-view to turn on', 'switch-view', 'turn on'],
    ['ok webex, tell switch views to turn on', 'switch', 'views to turn on'],
    ['ok webex, ask C++ (beta) to compile', 'c++ (beta)', 'compile'],
    ['ok webex, tell room tomorrow', 'room', 'tomorrow'],
  ])('%s', (utterance, skill, text) => {
    expect(hear(utterance)).toEqual({ skill, text });
  });

  it.each(['ok webex, tell room', 'ok webex, open room', 'ok webex, open room.', 'ok webex, ask room to'])(
    'by its name alone leaves no text: %s',
    (utterance) => {
      expect(hear(utterance)).toEqual({ skill: 'room', text: '' });
    },
  );

  it.each([
    'ok webex, turn on the lights',
    'ok webex, tell roomy to turn on',
    'ok webex, tell room-service to come',
    'ok webex, open room blinds',
    'ok webex, tell',
    'ok webex',
  ])('does not happen in %j', (utterance) => {
    expect(hear(utterance)).toBeUndefined();
  });

  it('leaves the command as it was said, whatever it is', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const command = words.join(' ');
        fc.pre(!/^view\b/.test(command));
        expect(hear(`ok webex, tell switch to ${command}`)).toEqual({ skill: 'switch', text: command });
      }),
    );
  });

  it('never throws, whatever is said and whatever a skill is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (text, name) => {
          const words = afterWakePhrase(`ok webex, tell ${text}`) ?? '';
          expect(() => matchInvocation(words, [name])).not.toThrow();
        },
      ),
    );
  });
});

it('a name with hyphens is said with spaces', () => {
  expect(spokenName('switch-view')).toBe('switch view');
});
