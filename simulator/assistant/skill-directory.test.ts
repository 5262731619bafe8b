import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSkillDirectory, type SkillAvailability } from './skill-directory.ts';

const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const entry = (name: string, availability: SkillAvailability) => ({
  registration: {
    name,
    url: 'http://127.0.0.1:1/',
    publicKey,
    secret: 'a secret of twenty characters',
  },
  availability,
});
const callable = (availability: SkillAvailability) =>
  createSkillDirectory([entry('room', availability)]).callable.length === 1;

describe('who may call a skill', () => {
  it.each<[boolean, SkillAvailability]>([
    [true, { category: 'private', enabled: true }],
    [true, { category: 'public', enabled: true }],
    [false, { category: 'private', enabled: false }],
    [true, { category: 'private', enabled: false, developer: true }],
    [false, { category: 'public', enabled: false }],
    [false, { category: 'public', enabled: false, developer: true }],
  ])('%s: %j', (expected, availability) => {
    expect(callable(availability)).toBe(expected);
  });

  it('changes when a skill is enabled or disabled, for that skill alone', () => {
    const directory = createSkillDirectory([
      entry('room', { category: 'private', enabled: false }),
      entry('switch', { category: 'public', enabled: true }),
    ]);
    directory.setEnabled('room', true);
    expect(directory.callable.map(({ name }) => name)).toEqual(['room', 'switch']);
    directory.setEnabled('switch', false);
    expect(directory.callable.map(({ name }) => name)).toEqual(['room']);
    expect(directory.entries.map(({ availability }) => availability.enabled)).toEqual([true, false]);
  });

  it('refuses the name of a skill that is not registered', () => {
    expect(() => createSkillDirectory().setEnabled('room', true)).toThrow(/no skill room/);
  });

  it('refuses a key that nothing could be sealed with', () => {
    const { registration, availability } = entry('room', { category: 'private', enabled: true });
    const broken = { registration: { ...registration, publicKey: 'PEM' }, availability };
    expect(() => createSkillDirectory([broken])).toThrow('The public key of the skill room is no public key');
  });
});
