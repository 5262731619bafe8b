import { join } from 'node:path';
import { ChangePoller } from '../../lib/change-poller.ts';
import { fileFingerprint } from '../../lib/file-fingerprint.ts';
import type { Log } from '../../log.ts';
import { KeyRing } from './key-ring.ts';
import { keyFilesOf, readKeyRing } from './read-key-ring.ts';

export interface SkillKeysOptions {
  /** Holds one folder for each skill, named like it. */
  readonly directory: string;
  readonly skills: readonly string[];
  readonly log: Log;
  /** How often the folders are looked at; every two seconds when absent. */
  readonly intervalMs?: number;
}

const NO_KEYS = new KeyRing([], []);

/** The key rings of all skills, read again when a folder changes. A folder that cannot be used changes nothing. */
export class SkillKeys {
  private rings = new Map<string, KeyRing>();
  private pollers: ChangePoller[] = [];

  private constructor(private readonly options: SkillKeysOptions) {}

  /** @throws StartError `bad-keys`; a skill without keys is none, only not ready */
  static async open(options: SkillKeysOptions): Promise<SkillKeys> {
    const keys = new SkillKeys(options);
    keys.pollers = await Promise.all(options.skills.map((skill) => keys.poll(skill)));
    return keys;
  }

  /** The keys of a skill as they are now; without any for a skill that has none. */
  ringOf(skill: string): KeyRing {
    return this.rings.get(skill) ?? NO_KEYS;
  }

  /** Skills that have no key or no secret. */
  get incomplete(): string[] {
    return this.options.skills.filter((skill) => !this.ringOf(skill).isComplete);
  }

  /** Looks for changes now. */
  async check(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.check()));
  }

  /** Reads everything again now. */
  async reload(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.reload()));
  }

  close(): void {
    for (const poller of this.pollers) poller.close();
  }

  private poll(skill: string): Promise<ChangePoller> {
    const { directory, log, intervalMs = 2000 } = this.options;
    const folder = join(directory, skill);
    return ChangePoller.start({
      fingerprint: async () => fileFingerprint(await keyFilesOf(folder)),
      load: () => this.load(skill, folder),
      failed: (error) => log.error({ skill, err: error }, 'the keys were not taken; the former stay in use'),
      intervalMs,
    });
  }

  private async load(skill: string, folder: string): Promise<void> {
    const { log } = this.options;
    const { ring, exposed } = await readKeyRing(folder);
    this.rings.set(skill, ring);
    for (const file of exposed) log.warn({ skill, file }, `others may read it; type: chmod 600 ${file}`);
    if (ring.isComplete) log.debug({ skill }, 'keys read');
    else log.warn({ skill, folder }, `${skill} has no keys; type: npm run skill -- keys ${skill}`);
  }
}
