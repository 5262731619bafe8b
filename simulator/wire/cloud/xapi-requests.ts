import * as v from 'valibot';
import { parsePath } from '../../device/path.ts';
import type { JsonObject } from '../../device/types.ts';
import type { Asked } from './cloud-device.ts';
import { CloudError } from './cloud-error.ts';

export const CommandSchema = v.object({
  deviceId: v.string(),
  arguments: v.optional(
    v.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    {},
  ),
  body: v.optional(v.string()),
});
type CommandRequest = v.InferOutput<typeof CommandSchema>;

/** Status expressions in one request, as documented. */
const NAMES_MAX = 10;

/** Does a command named as `Audio.Volume.Set`. @returns its result @throws CloudError, XapiError */
export async function runCommand(
  { device, caller }: Asked,
  name: string,
  { arguments: parameters, body }: CommandRequest,
): Promise<JsonObject> {
  const path = parsePath(name);
  if (String(path[0]).toLowerCase() === 'httpclient') {
    throw new CloudError(404, `${name} cannot be called by way of the cloud`);
  }
  const { status: _ok, ...result } = await device.command(caller, path, parameters, body);
  return result;
}

/** The statuses that the names cover, in one tree below `Status`. @throws CloudError, XapiError */
export function queryStatus({ device, caller }: Asked, names: readonly string[]): JsonObject {
  if (names.length === 0 || names.length > NAMES_MAX) {
    throw new CloudError(400, `name: 1 to ${NAMES_MAX} expressions are expected, not ${names.length}`);
  }
  const trees = names.map((name) => device.query(caller, ['Status', ...parsePath(name)]).Status ?? {});
  return trees.reduce<JsonObject>((all, tree) => merge(all, tree as JsonObject), {});
}

function merge(one: JsonObject, other: JsonObject): JsonObject {
  const merged: Record<string, JsonObject[string]> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const known = merged[name];
    merged[name] = isTree(known) && isTree(value) ? merge(known, value) : value;
  }
  return merged;
}

const isTree = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
