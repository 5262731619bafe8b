import * as v from 'valibot';

const ResultSchema = v.object({ result: v.record(v.string(), v.unknown()) });
const ItemsSchema = v.object({ items: v.record(v.string(), v.object({ value: v.unknown() })) });
const DevicesSchema = v.object({ items: v.array(v.object({ id: v.string(), displayName: v.string() })) });

/** The result of a command or a query of statuses; `undefined` when there is none. */
export const resultIn = (body: unknown): Record<string, unknown> | undefined => {
  const checked = v.safeParse(ResultSchema, body);
  return checked.success ? checked.output.result : undefined;
};

/** The value of the one configuration that was asked for; `undefined` when there is none. */
export function configurationIn(body: unknown, key: string): unknown {
  const checked = v.safeParse(ItemsSchema, body);
  if (!checked.success) return undefined;
  const found = Object.entries(checked.output.items).find(
    ([name]) => name.toLowerCase() === key.toLowerCase(),
  );
  return found?.[1].value;
}

/** Ids of the devices that are called so. */
export function deviceIdsIn(body: unknown, name: string): string[] {
  const checked = v.safeParse(DevicesSchema, body);
  const items = checked.success ? checked.output.items : [];
  return items.filter(({ displayName }) => displayName === name).map(({ id }) => id);
}

/** `UserInterface WebView 1 URL` as the REST API writes it: `UserInterface.WebView[1].URL`. */
export const cloudName = (path: string): string =>
  path
    .trim()
    .replace(/\s+(\d+)(?=\s|$)/g, '[$1]')
    .replaceAll(/\s+/g, '.');

/** What stands at a path such as `UserInterface WebView 1 URL`; a list's items have an `id`. */
export function valueAt(tree: unknown, path: string): unknown {
  return path
    .trim()
    .split(/\s+/)
    .reduce((below, name) => {
      if (Array.isArray(below)) return below.find((item) => String(Object(item).id) === name);
      return (Object(below) as Record<string, unknown>)[name];
    }, tree);
}
