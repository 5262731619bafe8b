import type { CommandEntry, Parameter } from '#xapi';
import { checkValue, type Scalar } from './check-value.ts';
import type { Json, JsonObject } from './types.ts';
import { XAPI_ERROR, XapiError } from './xapi-error.ts';

/**
 * The parameters of a command as its behavior gets them: names in the catalogue's spelling, integers as numbers,
 * repeatable ones as arrays, defaults filled in.
 *
 * @throws XapiError with the device's texts
 */
export function checkParameters(entry: CommandEntry, given: JsonObject): JsonObject {
  const known = new Map(entry.params.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const checked: Record<string, Json> = {};
  for (const [name, value] of Object.entries(given)) {
    const parameter = known.get(name.toLowerCase());
    if (!parameter) throw badUsage(`Unknown parameter "${name}"`);
    if (Object.hasOwn(checked, parameter.name)) throw badUsage(`Parameter "${parameter.name}" given twice`);
    checked[parameter.name] = checkParameter(parameter, value);
  }
  for (const parameter of entry.params) {
    if (Object.hasOwn(checked, parameter.name)) continue;
    if (parameter.required) throw badUsage(`Missing parameter "${parameter.name}"`);
    if (parameter.default !== undefined) checked[parameter.name] = defaultOf(parameter);
  }
  return checked;
}

export function checkBody(entry: CommandEntry, body: string | undefined): void {
  if (body !== undefined && !entry.multiline) throw badUsage('The command takes no body');
}

function checkParameter(parameter: Parameter, value: Json): Json {
  if (parameter.multiple === undefined) return checkOne(parameter, value);
  const values: readonly Json[] = Array.isArray(value) ? value : [value];
  if (values.length > parameter.multiple) {
    throw badUsage(`Parameter "${parameter.name}" may be given ${parameter.multiple} times at most`);
  }
  return values.map((each) => checkOne(parameter, each));
}

function checkOne(parameter: Parameter, value: Json): Scalar {
  const isDefault = ['string', 'number'].includes(typeof value) && String(value) === parameter.default;
  const checked = isDefault ? defaultOf(parameter) : checkValue(parameter, value);
  if (checked === undefined) throw badUsage(`Bad argument to parameter "${parameter.name}"`);
  return checked;
}

/** A default stands outside the range where it means "none": `X` of a text line is 1 to 10000, its default 0. */
function defaultOf(parameter: Parameter): Scalar {
  const text = parameter.default ?? '';
  return parameter.type.startsWith('Integer') ? Number(text) : text;
}

const badUsage = (what: string) => new XapiError(XAPI_ERROR.badParameter, `Bad usage: ${what}.`);
