import { isIP } from 'node:net';
import type { Behavior, Behaviors, Device, JsonObject } from '../types.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';
import { type HttpAnswer, type HttpRequest, sendHttp } from './http-request.ts';

/** Requests at once, as far as macros have met it; one more fails at once. */
const CONNECTIONS = 3;

/**
 * The HTTP client of macros. A simulated device really requests only what is on this machine; what any other
 * address answers has to be set (`setAnswer`).
 */
export function httpClientBehaviors(device: Device): Behaviors {
  let busy = 0;
  const send =
    (method: string): Behavior =>
    async ({ params, body }) => {
      const request = requestOf(device, method, params, body);
      if (busy >= CONNECTIONS) throw failed('No available http connections');
      busy += 1;
      try {
        return answerOf(await device.trackActivity(sendHttp(request)), params);
      } catch (error) {
        if (error instanceof XapiError) throw error;
        throw failed(error instanceof Error ? error.message : String(error));
      } finally {
        busy -= 1;
      }
    };
  return {
    'HttpClient Get': send('GET'),
    'HttpClient Post': send('POST'),
    'HttpClient Put': send('PUT'),
    'HttpClient Patch': send('PATCH'),
    'HttpClient Delete': send('DELETE'),
  };
}

function requestOf(
  device: Device,
  method: string,
  params: JsonObject,
  body: string | undefined,
): HttpRequest {
  const setting = (name: string) => device.peek(['Configuration', 'HttpClient', name]);
  if (setting('Mode') !== 'On') throw failed('HttpClient Mode is Off');
  const url = urlOf(String(params.Url));
  if (url.protocol === 'http:' && setting('AllowHTTP') === 'False') throw failed('HTTP is not allowed');
  const wantsInsecure = params.AllowInsecureHTTPS === 'True';
  if (wantsInsecure && setting('AllowInsecureHTTPS') !== 'True')
    throw failed('Insecure HTTPS is not allowed');
  return {
    method,
    url,
    headers: headersOf(params.Header),
    body,
    timeoutMs: Number(params.Timeout) * 1000,
    sizeLimit: Number(params.ResponseSizeLimit),
    insecure: wantsInsecure,
  };
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new XapiError(XAPI_ERROR.badParameter, 'Bad usage: Bad argument to parameter "Url".');
  }
  if (isLoopback(url.hostname)) return url;
  throw failed(
    `A simulated device requests only loopback addresses, not ${url.host}; set an answer for the command`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}

function headersOf(given: unknown): Record<string, string> {
  const headers = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    headers.map((header) => {
      const [, name, value] =
        /^\s*([\w!#$%&'*+.^`|~-]+)\s*:[ \t]*([\t\x20-\x7e\x80-\xff]*)$/.exec(header) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new XapiError(XAPI_ERROR.badParameter, 'Bad usage: Bad argument to parameter "Header".');
    }),
  );
}

/** @throws XapiError for an answer that is no success, with the whole answer as `data` */
function answerOf({ status, headers, body }: HttpAnswer, params: JsonObject): JsonObject {
  const answer = {
    StatusCode: status,
    Headers: headers.map(([Key, Value], index) => ({ id: index + 1, Key, Value })),
    ...(params.ResultBody === 'PlainText' && { Body: body.toString('utf8') }),
    ...(params.ResultBody === 'Base64' && { Body: body.toString('base64') }),
  };
  if (status >= 200 && status < 300) return answer;
  throw new XapiError(XAPI_ERROR.commandFailed, 'Command returned an error.', { status: 'Error', ...answer });
}

const failed = (message: string) => new XapiError(XAPI_ERROR.commandFailed, message);
