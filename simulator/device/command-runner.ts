import type { CommandEntry } from '#xapi';
import type { CatalogueIndex } from './catalogue-index.ts';
import { checkBody, checkParameters } from './check-parameters.ts';
import type { Outcome } from './journal.ts';
import { maskSecrets } from './mask-secrets.ts';
import { formatPath, parsePath, withoutRoot } from './path.ts';
import { hasRole, noPermission } from './permission.ts';
import { findNode } from './schema-node.ts';
import type { Behavior, Behaviors, Caller, Device, JsonObject, Path, SetAnswer } from './types.ts';
import { asXapiError, XAPI_ERROR, XapiError } from './xapi-error.ts';

/**
 * What a command without a behavior gets: `allow` answers OK, `warn` says so in the journal's log too, `refuse`
 * answers with an error. The journal marks it in every case.
 */
export type UnknownPolicy = 'allow' | 'warn' | 'refuse';

interface Asked {
  readonly caller: Caller;
  readonly params: JsonObject;
  readonly body: string | undefined;
}

/** Checks commands against the catalogue, and gives each to its set answer, its behavior, or the policy. */
export class CommandRunner {
  readonly #behaviors = new Map<string, Behavior>();
  readonly #answers = new Map<string, SetAnswer>();

  constructor(
    private readonly device: Device,
    private readonly index: CatalogueIndex,
    private readonly policy: UnknownPolicy,
  ) {}

  /** @throws XapiError when this product has no such command */
  setAnswer(command: Path, answer: SetAnswer | undefined): void {
    const { path } = this.#entry(withoutRoot(command, 'Command'));
    if (answer) this.#answers.set(path, answer);
    else this.#answers.delete(path);
  }

  /** Behaviors of commands that this product or release does not have are passed over. */
  add(behaviors: Behaviors): void {
    for (const [path, behavior] of Object.entries(behaviors)) {
      const entry = findNode(this.index.command, parsePath(path))?.node.entry;
      if (entry) this.#behaviors.set(entry.path, behavior);
    }
  }

  async run(path: Path, asked: Asked): Promise<JsonObject> {
    const command = withoutRoot(path, 'Command');
    const answered = this.#openEntry(command, asked);
    try {
      const { result, shapeOnly } = await this.#answer(this.#entry(command), asked);
      const whole = { status: 'OK', ...result };
      answered(shapeOnly ? { result: whole, shapeOnly } : { result: whole });
      return whole;
    } catch (error) {
      const answer = asXapiError(error);
      answered({ error: { code: answer.code, message: answer.message } });
      throw answer;
    }
  }

  #openEntry(command: Path, { caller, params, body }: Asked): (outcome: Outcome) => void {
    const entry = findNode(this.index.command, command)?.node.entry;
    return this.device.journal.open({
      origin: caller.origin,
      kind: 'command',
      path: entry?.path ?? formatPath(command),
      ...(Object.keys(params).length > 0 && { params: maskSecrets(params) }),
      ...(body !== undefined && { body }),
    });
  }

  #entry(command: Path): CommandEntry {
    const entry = findNode(this.index.command, command)?.node.entry;
    if (entry) return entry;
    throw new XapiError(XAPI_ERROR.noSuchMethod, 'Unknown command');
  }

  async #answer(
    entry: CommandEntry,
    { caller, params, body }: Asked,
  ): Promise<{ result: JsonObject | undefined; shapeOnly?: true }> {
    if (!hasRole(caller, entry.role)) throw noPermission();
    checkBody(entry, body);
    const checked = checkParameters(entry, params);
    const set = this.#answers.get(entry.path);
    if (set) return { result: answerOf(set) };
    const behavior = this.#behaviors.get(entry.path);
    if (behavior) return { result: await behavior({ device: this.device, caller, params: checked, body }) };
    return this.#shapeOnly(entry, caller);
  }

  #shapeOnly(entry: CommandEntry, caller: Caller): { result: undefined; shapeOnly: true } {
    const message = `${entry.path} is not simulated: it has a shape but does nothing here`;
    if (this.policy === 'refuse') throw new XapiError(XAPI_ERROR.commandFailed, message);
    if (this.policy === 'warn') {
      this.device.journal.add({
        origin: caller.origin,
        kind: 'log',
        path: 'xapi',
        params: { Level: 'WARN', Message: message },
      });
    }
    return { result: undefined, shapeOnly: true };
  }
}

function answerOf(set: SetAnswer): JsonObject {
  if ('answer' in set) return set.answer;
  const { code = XAPI_ERROR.commandFailed, message, data } = set.error;
  throw new XapiError(code, message, data);
}
