import * as v from 'valibot';
import { normalizePath, parsePath } from '../../device/path.ts';
import type { Json, JsonObject, Path } from '../../device/types.ts';
import type { Asked } from './cloud-device.ts';
import { CloudError } from './cloud-error.ts';

/** JSON Patch, of which the REST API takes these two operations on one kind of path. */
export const PatchSchema = v.array(
  v.variant('op', [
    v.object({
      op: v.literal('replace'),
      path: v.string(),
      value: v.union([v.string(), v.number(), v.boolean()]),
    }),
    v.object({ op: v.literal('remove'), path: v.string() }),
  ]),
);
export type Patch = v.InferOutput<typeof PatchSchema>;

const PATCHED = /^\/?([\w.[\]]+)\/sources\/configured\/value$/;

/** The configurations below a key such as `Audio.DefaultVolume` or `Audio.*`, by key. @throws XapiError */
export function listConfigurations({ device, caller }: Asked, key: string): JsonObject {
  const path = ['Configuration', ...parsePath(key.replace(/\.?\*$/, ''))];
  const { Configuration: tree = {} } = device.query(caller, path);
  return Object.fromEntries(
    [...leavesOf([], tree)].map(([below, value]) => {
      const schema = device.schema(['Configuration', ...below]);
      return [keyOf(below), item(value, schema)];
    }),
  );
}

/** Sets what it says, and answers the configurations that it named. @throws CloudError, XapiError */
export function patchConfigurations(asked: Asked, patch: Patch): JsonObject {
  const { device, caller } = asked;
  const changes = patch.map((operation) => {
    const key = PATCHED.exec(operation.path)?.[1];
    if (key === undefined) {
      throw new CloudError(
        400,
        `Only paths ending in /sources/configured/value are supported: ${operation.path}`,
      );
    }
    const path: Path = ['Configuration', ...normalizePath(key.split('.'))];
    return {
      key,
      path,
      value: operation.op === 'replace' ? operation.value : defaultOf(device.schema(path)),
    };
  });
  for (const { path, value } of changes) device.set(caller, path, value);
  return Object.assign({}, ...changes.map(({ key }) => listConfigurations(asked, key)));
}

/** A value that is its default counts as not configured. */
function item(value: Json, schema: Json): JsonObject {
  const byDefault = defaultOf(schema);
  const isDefault = String(value) === String(byDefault);
  return {
    value,
    source: isDefault ? 'default' : 'configured',
    sources: {
      default: { value: byDefault, editability: { isEditable: false, reason: 'FACTORY_DEFAULT' } },
      configured: { value: isDefault ? null : value, editability: { isEditable: true } },
    },
  };
}

const defaultOf = (schema: Json): Json => (schema as { default?: Json }).default ?? '';

function* leavesOf(path: Path, value: Json): Generator<[Path, Json]> {
  if (Array.isArray(value)) {
    for (const each of value as readonly JsonObject[]) {
      const { id, ...below } = each;
      yield* leavesOf([...path, Number(id)], below);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, below] of Object.entries(value)) yield* leavesOf([...path, name], below);
  } else yield [path, value];
}

const keyOf = (path: Path): string =>
  path
    .map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`))
    .join('')
    .slice(1);
