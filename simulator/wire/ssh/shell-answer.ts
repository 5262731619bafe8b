import { formatPath } from '../../device/path.ts';
import type { JsonObject, Path } from '../../device/types.ts';
import { XAPI_ERROR, type XapiError } from '../../device/xapi-error.ts';
import { rootedAt, shellJson, shellObject } from './shell-json.ts';

/** What a command answered: `{CommandResponse: {AudioVolumeSetResult: {status: "OK", …}}}`. */
export function commandAnswer(path: Path, { status, ...result }: JsonObject): JsonObject {
  return response(`${path.join('')}Result`, { status: status ?? 'OK', ...shellObject(result) });
}

/** A refused command: of bad parameters the shell says no more than that they are bad. */
export function commandError(path: Path, error: XapiError): JsonObject {
  if (error.code === XAPI_ERROR.noSuchMethod) return failure('Result', error);
  if (error.code === XAPI_ERROR.badParameter) {
    return response(`${path.join('')}Result`, {
      status: 'ParameterError',
      Reason: shellJson(error.message),
    });
  }
  return failure(`${path.join('')}Result`, error);
}

/** A path that cannot be read, set or followed. */
export function pathError([root = 'Result', ...below]: Path, error: XapiError): JsonObject {
  const [reason = error.message] = error.message.split(':');
  const XPath = shellJson(`${root}/${formatPath(below).replaceAll(' ', '/')}`);
  return response(String(root), { status: 'Error', Reason: shellJson(reason), XPath });
}

/** A configuration that would not take its value: the reason stands where the value would. */
export function valueError(path: Path, error: XapiError): JsonObject {
  return rootedAt(path, { error: 'True', Value: error.message }) as JsonObject;
}

/** What is no line of the shell at all. */
export const syntaxError = (): JsonObject =>
  response('Result', { status: 'Error', Reason: shellJson('Syntax error') });

function failure(name: string, { message, data }: XapiError): JsonObject {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  const more = isObject ? shellObject(data as JsonObject) : {};
  return response(name, { ...more, status: 'Error', Reason: shellJson(message) });
}

const response = (name: string, content: JsonObject): JsonObject => ({
  CommandResponse: { [name]: content },
});
