import { normalizePath, parsePath } from '../../device/path.ts';
import type { Caller, Device, Json, JsonObject, Path } from '../../device/types.ts';
import { asXapiError, XAPI_ERROR, XapiError } from '../../device/xapi-error.ts';
import { SUBSCRIPTIONS_MAX } from '../session.ts';
import { parseLine, type ShellLine } from './parse-line.ts';
import { commandAnswer, commandError, pathError, syntaxError, valueError } from './shell-answer.ts';
import type { ShellRequest } from './shell-input.ts';
import { rootedAt, shellJson, shellObject } from './shell-json.ts';

/** The terminal of one shell. */
export interface Terminal {
  write(text: string): void;
  end(): void;
}

/** One client's shell: it greets, obeys, and tells what it was asked to tell. Its answers are JSON alone. */
export class ShellSession {
  readonly #subscriptions = new Map<string, () => void>();
  #echo = true;
  #json = false;

  constructor(
    private readonly device: Device,
    private readonly caller: Caller,
    private readonly terminal: Terminal,
  ) {
    terminal.write(`Welcome to ${device.name}\nRoomOS ${device.release}\n*r Login successful\n\nOK\n\n`);
  }

  async receive({ line, body }: ShellRequest): Promise<void> {
    if (this.#echo) this.terminal.write(`${line}\n`);
    if (line.trim() === '') return;
    const parsed = parseLine(line);
    const answer = parsed ? await this.#obey(parsed, body) : this.#refuse(syntaxError());
    if (!answer) return;
    const resultId = parsed?.resultId;
    this.#say(resultId === undefined ? answer : { ...answer, ResultId: resultId });
  }

  close(): void {
    for (const end of this.#subscriptions.values()) end();
    this.#subscriptions.clear();
  }

  /** @returns what goes out as JSON; `undefined` where the shell has said by itself what is to be said */
  async #obey(line: ShellLine, body: string | undefined): Promise<JsonObject | undefined> {
    const [verb = '', ...words] = line.words;
    switch (verb.toLowerCase()) {
      case 'echo':
        this.#echo = words[0]?.toLowerCase() !== 'off';
        return this.#confirm();
      case 'xpreferences':
        return this.#prefer(words.map((word) => word.toLowerCase()));
      case 'bye':
      case 'exit':
        this.terminal.end();
        return undefined;
    }
    if (!this.#json) return this.#refuse(syntaxError());
    const path = parsePath(words.join(' '));
    switch (verb.toLowerCase()) {
      case 'xcommand':
        return this.#command(path, line, body);
      case 'xstatus':
        return this.#get(['Status', ...path]);
      case 'xconfiguration':
        return this.#configure(path, line);
      case 'xfeedback':
        return this.#feedback(words);
      case 'xdocument':
        return this.#document(line);
      default:
        return commandError([], new XapiError(XAPI_ERROR.noSuchMethod, 'Unknown command'));
    }
  }

  async #command(path: Path, { values }: ShellLine, body: string | undefined): Promise<JsonObject> {
    try {
      return commandAnswer(path, await this.device.command(this.caller, path, parametersOf(values), body));
    } catch (error) {
      return commandError(path, asXapiError(error));
    }
  }

  #get(path: Path): JsonObject {
    return this.#at(path, () => rootedAt(path, shellJson(this.device.get(this.caller, path))) as JsonObject);
  }

  #configure(words: Path, { values }: ShellLine): JsonObject {
    const [setting] = values;
    if (!setting) return this.#get(['Configuration', ...words]);
    const path = ['Configuration', ...words, ...normalizePath([setting.name])];
    try {
      this.device.set(this.caller, path, setting.value);
      return {};
    } catch (error) {
      const known = this.device.knows(path);
      return known ? valueError(path, asXapiError(error)) : pathError(path, asXapiError(error));
    }
  }

  #feedback([action = '', query = '']: readonly string[]): JsonObject {
    const path = parsePath(query);
    const key = path.join(' ').toLowerCase();
    switch (action.toLowerCase()) {
      case 'register':
        return this.#at(path, () => this.#register(key, path));
      case 'deregister':
        this.#subscriptions.get(key)?.();
        this.#subscriptions.delete(key);
        return {};
      case 'deregisterall':
        this.close();
        return {};
      default:
        return syntaxError();
    }
  }

  /** A path that is followed already is followed once. */
  #register(key: string, path: Path): JsonObject {
    if (this.#subscriptions.has(key)) return {};
    if (this.#subscriptions.size >= SUBSCRIPTIONS_MAX) {
      throw new XapiError(XAPI_ERROR.tooManySubscribers, 'Too many subscribers');
    }
    const tell = (update: JsonObject) => this.#say(shellObject(update));
    this.#subscriptions.set(key, this.device.subscribe(this.caller, path, tell));
    return {};
  }

  #document({ values }: ShellLine): JsonObject {
    const path = parsePath(values.find(({ name }) => name.toLowerCase() === 'path')?.value ?? '');
    const [root = '', ...below] = path;
    const shown = String(root).toLowerCase() === 'status' ? ['StatusSchema', ...below] : path;
    return this.#at(path, () => rootedAt(shown, this.device.schema(path)) as JsonObject);
  }

  #at(path: Path, answer: () => JsonObject): JsonObject {
    try {
      return answer();
    } catch (error) {
      return pathError(path, asXapiError(error));
    }
  }

  #prefer([preference, mode]: readonly string[]): undefined {
    if (preference !== 'outputmode' || (mode !== 'json' && mode !== 'terminal')) {
      return this.#refuse(syntaxError());
    }
    this.#json = mode === 'json';
    return this.#confirm();
  }

  /** In JSON nothing is confirmed: a bare OK is none. */
  #confirm(): undefined {
    if (!this.#json) this.terminal.write('\nOK\n\n');
  }

  #refuse(answer: JsonObject): undefined {
    if (this.#json) this.#say(answer);
    else
      this.terminal.write(
        '\nThis simulated shell answers in JSON. Type: xPreferences outputmode json\nERROR\n\n',
      );
  }

  #say(message: Json): void {
    this.terminal.write(`${JSON.stringify(message)}\n`);
  }
}

/** A name that comes several times has several values. */
function parametersOf(values: ShellLine['values']): JsonObject {
  const parameters = new Map<string, string | string[]>();
  for (const { name, value } of values) {
    const known = parameters.get(name);
    parameters.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(parameters);
}
