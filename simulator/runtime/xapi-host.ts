import { parsePath } from '#simulator/device/path';
import type { Caller, Json, JsonObject, Path, XapiPort } from '#simulator/device/types';
import { asXapiError } from '#simulator/device/xapi-error';
import { asStrings } from './as-strings.ts';
import type { Host } from './prelude/host.ts';
import { valuesBelow } from './values-below.ts';

export type XapiHost = Pick<Host, 'command' | 'get' | 'set' | 'schema' | 'subscribe' | 'unsubscribe'>;

/** Hands an answer or an update to the context; never called while the context runs. */
export type Deliver = (kind: 'answer' | 'update', id: number, json: string) => void;

/** One macro's way to the device's xAPI. */
export function createXapiHost(port: XapiPort, caller: Caller, deliver: Deliver) {
  const subscriptions = new Map<number, () => void>();

  const host: XapiHost = {
    command(id, request) {
      const { path, params, body } = readRequest(request);
      void port
        .command(caller, path, params, body)
        .then(valueAnswer, errorAnswer)
        .then((answer) => deliver('answer', id, answer));
    },
    get: (path) => answer(() => port.get(caller, parsePath(path))),
    set: (path, value) =>
      answer(() => {
        port.set(caller, parsePath(path), JSON.parse(value));
        return null;
      }),
    schema: (path) => answer(() => port.schema(parsePath(path))),
    subscribe(id, path) {
      const below = parsePath(path);
      return answer(() => {
        const off = port.subscribe(caller, queryOf(below), (update) => {
          for (const value of valuesBelow(update, below)) {
            deliver('update', id, JSON.stringify(asStrings(value)));
          }
        });
        subscriptions.set(id, off);
        return null;
      });
    },
    unsubscribe(id) {
      subscriptions.get(id)?.();
      subscriptions.delete(id);
    },
  };

  return {
    host,
    close() {
      for (const off of subscriptions.values()) off();
      subscriptions.clear();
    },
  };
}

interface Request {
  readonly path: Path;
  readonly params: JsonObject;
  readonly body: string | undefined;
}

/** The body may also stand among the parameters, as on the wire. */
function readRequest(json: string): Request {
  const request: { path: string; params?: Json; body?: Json } = JSON.parse(json);
  const { body: inner, ...params } = isObject(request.params) ? request.params : {};
  const body = request.body ?? inner ?? undefined;
  return {
    path: parsePath(request.path),
    params,
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** That an item of a list ended is told to those who follow the list. */
const queryOf = (path: Path): Path =>
  String(path.at(-1)).toLowerCase() === 'ghost' ? path.slice(0, -1) : path;

function answer(work: () => Json): string {
  try {
    return valueAnswer(work());
  } catch (error) {
    return errorAnswer(error);
  }
}

const valueAnswer = (value: Json) => JSON.stringify({ value: asStrings(value) });

function errorAnswer(error: unknown): string {
  const { code, message, data } = asXapiError(error);
  return JSON.stringify({ error: { code, message, data } });
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
