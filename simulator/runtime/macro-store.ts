import { XAPI_ERROR, XapiError } from '#simulator/device/xapi-error';
import type { Role } from '#xapi';

export interface SavedMacro {
  readonly name: string;
  readonly content: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

/** The device's limits (docs/fidelity.md). */
const LIMITS = { active: 10, totalBytes: 2 * 1024 * 1024, nameBytes: 250 };
const ALL_ROLES: readonly Role[] = ['Admin', 'User', 'Integrator', 'RoomControl'];

/** The macros saved on a device, in the order of saving. What changes here runs from the next start on. */
export class MacroStore {
  #macros: SavedMacro[] = [];

  list(): readonly SavedMacro[] {
    return this.#macros;
  }

  active(): readonly SavedMacro[] {
    return this.#macros.filter(({ active }) => active);
  }

  find(name: string): SavedMacro | undefined {
    return this.#macros.find((macro) => macro.name === name);
  }

  /** @throws XapiError `No such macro` */
  get(name: string): SavedMacro {
    const macro = this.find(name);
    if (macro === undefined) throw failed('No such macro');
    return macro;
  }

  /** A macro that is there already stays active or inactive. @throws XapiError on a limit, or when it may not be replaced */
  save(name: string, content: string, { overwrite = true } = {}): void {
    checkName(name);
    const before = this.find(name);
    if (before !== undefined && !overwrite) throw failed('Macro already exists');
    const others = this.#macros.filter((macro) => macro !== before);
    if (totalBytes(others) + bytes(content) > LIMITS.totalBytes) {
      throw failed('Max total size of macros reached.');
    }
    if (before === undefined) this.#macros.push({ name, content, active: false, roles: ALL_ROLES });
    else this.#replace(before, { ...before, content });
  }

  /** @throws XapiError */
  activate(name: string): void {
    const macro = this.get(name);
    if (!macro.active && this.active().length >= LIMITS.active) {
      throw failed('Max number of active macros reached.');
    }
    this.#replace(macro, { ...macro, active: true });
  }

  /** @throws XapiError */
  deactivate(name: string): void {
    const macro = this.get(name);
    this.#replace(macro, { ...macro, active: false });
  }

  /** @throws XapiError */
  setRoles(name: string, roles: readonly Role[]): void {
    const macro = this.get(name);
    this.#replace(macro, { ...macro, roles });
  }

  /** @throws XapiError */
  rename(name: string, newName: string, { overwrite = false } = {}): void {
    checkName(newName);
    const macro = this.get(name);
    const taken = this.find(newName);
    if (taken === macro) return;
    if (taken !== undefined && !overwrite) throw failed('Macro already exists');
    this.#macros = this.#macros.filter((each) => each !== taken);
    this.#replace(macro, { ...macro, name: newName });
  }

  /** @throws XapiError */
  remove(name: string): void {
    const macro = this.get(name);
    this.#macros = this.#macros.filter((each) => each !== macro);
  }

  removeAll(): void {
    this.#macros = [];
  }

  #replace(before: SavedMacro, after: SavedMacro): void {
    this.#macros = this.#macros.map((macro) => (macro === before ? after : macro));
  }
}

function checkName(name: string): void {
  if (name === '' || bytes(name) > LIMITS.nameBytes) {
    throw new XapiError(XAPI_ERROR.badParameter, 'Bad usage: Bad argument to parameter "Name".');
  }
}

const bytes = (text: string) => Buffer.byteLength(text);
const totalBytes = (macros: readonly SavedMacro[]) =>
  macros.reduce((sum, { content }) => sum + bytes(content), 0);
const failed = (message: string) => new XapiError(XAPI_ERROR.commandFailed, message);
