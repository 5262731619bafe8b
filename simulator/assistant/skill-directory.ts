import { createPublicKey } from 'node:crypto';
import type { SkillRegistration } from './skill-client.ts';

/**
 * Who may call a skill (Skills Reference Guide, “Classifications”): enabled ones the whole organisation, disabled
 * private ones only their developer, disabled public ones nobody.
 */
export interface SkillAvailability {
  readonly category: 'private' | 'public';
  readonly enabled: boolean;
  /** The person at the device is the skill's developer. */
  readonly developer?: boolean;
}

export interface SkillEntry {
  readonly registration: SkillRegistration;
  readonly availability: SkillAvailability;
}

/** The skills service's register: one for all devices of an organisation. */
export interface SkillDirectory {
  /** In the order of registering. */
  readonly entries: readonly SkillEntry[];
  /** Those that the person at the device may call. */
  readonly callable: readonly SkillRegistration[];
  /** @throws RangeError when there is no skill of that name */
  setEnabled(name: string, enabled: boolean): SkillEntry;
}

/** @throws TypeError when a skill's public key is none */
export function createSkillDirectory(registered: readonly SkillEntry[] = []): SkillDirectory {
  for (const { registration } of registered) requireKey(registration);
  const entries = new Map(registered.map((entry) => [entry.registration.name, entry]));
  return {
    get entries() {
      return [...entries.values()];
    },
    get callable() {
      return [...entries.values()].filter(isCallable).map(({ registration }) => registration);
    },
    setEnabled(name, enabled) {
      const entry = entries.get(name);
      if (!entry) throw new RangeError(`There is no skill ${name}.`);
      const changed = { ...entry, availability: { ...entry.availability, enabled } };
      entries.set(name, changed);
      return changed;
    },
  };
}

export function isCallable({ availability }: SkillEntry): boolean {
  if (availability.enabled) return true;
  return availability.category === 'private' && availability.developer === true;
}

function requireKey({ name, publicKey }: SkillRegistration): void {
  try {
    createPublicKey(publicKey);
  } catch (cause) {
    throw new TypeError(`The public key of the skill ${name} is no public key in PEM.`, { cause });
  }
}
