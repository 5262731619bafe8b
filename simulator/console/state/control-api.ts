import type { Json, JsonObject } from '../../device/types.ts';
import type { DeviceInfo, TurnRecord } from './control-types.ts';

/** The control interface refused a call, or did not answer at all. The message may be shown. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

/** @throws ControlError, as do all calls here */
export const listDevices = () => call<DeviceInfo[]>('GET', '/api/devices');

/** The Assistant hears a sentence; resolves when the device has come to rest. */
export const say = (device: string, text: string) =>
  call<TurnRecord>('POST', `${deviceUrl(device)}/say`, { text });

/** One xAPI command, such as `Audio Volume Set`; resolves with its answer. */
export const command = (device: string, path: string, params: JsonObject = {}) =>
  call<JsonObject>('POST', `${deviceUrl(device)}/commands`, { path, params });

/** What a status is now; `null` when it has no value. */
export const readStatus = async (device: string, path: string): Promise<Json> => {
  const query = new URLSearchParams({ path });
  const answer = await call<{ value: Json }>('GET', `${deviceUrl(device)}/status?${query}`);
  return answer.value;
};

export const setStatus = (device: string, path: string, value: Json) =>
  call<unknown>('PUT', `${deviceUrl(device)}/status`, { path, value });

/** Where the page finds a device's part of the control interface. */
export const deviceUrl = (device: string) => `/api/devices/${encodeURIComponent(device)}`;

async function call<Answer>(method: string, url: string, body?: JsonObject): Promise<Answer> {
  const init: RequestInit = body
    ? { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    : { method };
  const response = await fetch(url, init).catch(() => {
    throw new ControlError('The simulator does not answer.');
  });
  const text = await response.text();
  if (!response.ok) throw new ControlError(problemOf(text) ?? `The simulator answered ${response.status}.`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** The sentence in an error's body, `{"error": {"code", "message"}}`; none when something else answered. */
function problemOf(text: string): string | undefined {
  try {
    const body: { error?: { message?: string } } = JSON.parse(text);
    return body.error?.message;
  } catch {
    return undefined;
  }
}
