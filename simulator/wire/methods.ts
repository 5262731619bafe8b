import * as v from 'valibot';
import { parsePath } from '../device/path.ts';
import type { Caller, Device, Json, JsonObject, Path } from '../device/types.ts';
import { XAPI_ERROR, XapiError } from '../device/xapi-error.ts';

/** What the methods work on. */
export interface MethodHost {
  readonly device: Device;
  readonly caller: Caller;
  /** @returns the number of the subscription @throws XapiError */
  subscribe(query: Path, notifyCurrentValue: boolean): number;
  /** @returns whether there was such a subscription */
  unsubscribe(id: number): boolean;
}

type Method = (host: MethodHost, params: JsonObject) => Json | Promise<Json>;

const PathSchema = v.union([
  v.array(v.union([v.string(), v.number()])),
  v.pipe(v.string(), v.transform(parsePath)),
]);
const JsonSchema = v.custom<Json>((value) => value !== undefined);
const GetSchema = v.object({ Path: PathSchema });
const SetSchema = v.object({ Path: PathSchema, Value: JsonSchema });
const QuerySchema = v.object({ Query: PathSchema });
const SubscribeSchema = v.object({ Query: PathSchema, NotifyCurrentValue: v.optional(v.boolean(), false) });
const UnsubscribeSchema = v.object({ Id: v.number() });
const SchemaSchema = v.object({ Path: PathSchema, Type: v.literal('Schema') });
const BodySchema = v.optional(v.string());

const METHODS: Readonly<Record<string, Method>> = {
  xGet: ({ device, caller }, params) => device.get(caller, check(GetSchema, params).Path),
  xSet: ({ device, caller }, params) => {
    const { Path, Value } = check(SetSchema, params);
    device.set(caller, Path, Value);
    return true;
  },
  xQuery: ({ device, caller }, params) => device.query(caller, check(QuerySchema, params).Query),
  xDoc: ({ device }, params) => device.schema(check(SchemaSchema, params).Path),
  'xFeedback/Subscribe': (host, params) => {
    const { Query, NotifyCurrentValue } = check(SubscribeSchema, params);
    return { Id: host.subscribe(Query, NotifyCurrentValue) };
  },
  'xFeedback/Unsubscribe': (host, params) => {
    const { Id } = check(UnsubscribeSchema, params);
    if (!host.unsubscribe(Id)) throw new XapiError(XAPI_ERROR.badParameter, `No such subscription: ${Id}`);
    return true;
  },
};

const COMMAND = 'xCommand/';

/** Answers one call. @throws XapiError */
export async function callMethod(host: MethodHost, method: string, params: JsonObject): Promise<Json> {
  if (method.startsWith(COMMAND)) return callCommand(host, method.slice(COMMAND.length), params);
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!known) throw new XapiError(XAPI_ERROR.noSuchMethod, 'Method not found');
  return known(host, params);
}

function callCommand({ device, caller }: MethodHost, path: string, params: JsonObject): Promise<Json> {
  const { body, ...parameters } = params;
  return device.command(caller, path.split('/'), parameters, check(BodySchema, body));
}

function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const field = v.getDotPath(issue) ?? 'body';
  throw new XapiError(XAPI_ERROR.badParameter, `Missing or invalid parameters: ${field}`);
}
