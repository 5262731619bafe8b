import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { UserError } from '#scripts/lib/user-error';
import { CommandRefused } from './connection-error.ts';
import type { DeployRun } from './deploy-run.ts';
import { readMacros } from './device-macros.ts';
import { LOCK, sortMacros } from './kit-names.ts';
import { heldHere, holderIn, isHeld, type LockHolder, lockSource } from './lock-holder.ts';

/** How often one who waits looks again. */
const LOOK_EVERY_MS = 1000;
/** What a run may take beyond the times that its options give. */
const MARGIN_MS = 120_000;

/** Held on a device while its macros are changed: a macro that is never active and carries who, where and until when. */
export class DeployLock {
  #hasTakenAway = false;

  private constructor(
    private readonly run: DeployRun,
    readonly holder: LockHolder,
  ) {}

  /**
   * The device refuses to save what is there already, so of two who try at once one gets it.
   *
   * @throws UserError `locked` when another deployer is at work, and is not done within `lockWaitMs`
   */
  static async acquire(run: DeployRun): Promise<DeployLock> {
    const lock = new DeployLock(run, holderFor(run));
    heldHere.add(lock.holder.id);
    try {
      await lock.#acquire();
      return lock;
    } catch (error) {
      heldHere.delete(lock.holder.id);
      throw error;
    }
  }

  /** Whether the device's lock is still this one. */
  isOn(source: string | undefined): boolean {
    return source !== undefined && holderIn(source)?.id === this.holder.id;
  }

  /** Gives it back if it can: when the connection is gone, the next run takes it away. */
  async release(): Promise<void> {
    heldHere.delete(this.holder.id);
    if (Date.now() >= this.holder.until) return;
    await this.run.connection.command('Macros Macro Remove', { Name: LOCK }).catch(() => undefined);
  }

  async #acquire(): Promise<void> {
    const { lockWaitMs, wait, signal, tell } = this.run;
    let waited = 0;
    for (let refusal = await this.#save(); refusal !== undefined; refusal = await this.#save()) {
      const found = await this.#other(refusal);
      if (!isHeld(found, Date.now())) {
        await this.#takeAway(refusal);
      } else {
        if (waited >= lockWaitMs) throw this.#locked(found);
        if (waited === 0) tell(`waits: ${describe(found)}`);
        await wait(LOOK_EVERY_MS, signal);
        waited += LOOK_EVERY_MS;
      }
    }
  }

  /** Once: a device that does not let go of it must not keep us here for ever. */
  async #takeAway(refusal: CommandRefused): Promise<void> {
    if (this.#hasTakenAway) throw refusal;
    this.#hasTakenAway = true;
    this.run.tell('another deployment was cut off: its lock is taken away');
    await this.run.connection.command('Macros Macro Remove', { Name: LOCK }).catch(ignoreRefusal);
  }

  async #save(): Promise<CommandRefused | undefined> {
    const params = { Name: LOCK, Overwrite: 'False', Transpile: 'False' };
    try {
      await this.run.connection.command('Macros Macro Save', params, lockSource(this.holder));
      return undefined;
    } catch (error) {
      if (error instanceof CommandRefused) return error;
      throw error;
    }
  }

  /** Whoever has it; where nobody has, the save was refused for another reason. */
  async #other(refusal: CommandRefused): Promise<LockHolder | undefined> {
    const { lock } = sortMacros(await readMacros(this.run.connection));
    if (lock === undefined) throw refusal;
    return holderIn(lock.source);
  }

  #locked(holder: LockHolder | undefined): UserError {
    const { label } = this.run.connection.target;
    return new UserError('locked', `${label}: ${describe(holder)}. Try again when that is over.`);
  }
}

function holderFor({ readyTimeoutMs, stayUpMs }: DeployRun): LockHolder {
  const since = Date.now();
  const until = since + 2 * (readyTimeoutMs + stayUpMs) + MARGIN_MS;
  return { id: randomUUID(), owner: userName(), host: hostname(), pid: process.pid, since, until };
}

/** A container's user need not have a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}

function describe(holder: LockHolder | undefined): string {
  if (!holder) return 'another deployer is at work here';
  const { owner, host, pid, since, until } = holder;
  const time = (ms: number) => new Date(ms).toISOString().slice(11, 19);
  return `${owner} on ${host} (process ${pid}) deploys here since ${time(since)}, until ${time(until)} UTC at the latest`;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CommandRefused)) throw error;
}
