import * as v from 'valibot';
import { isSecret } from './is-secret.ts';
import type { SettingsSchema } from './load-settings-schema.ts';

/** The settings of one macro on one device, checked and with the defaults filled in. */
export interface CheckedSettings {
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the secret settings that have a value. */
  readonly secrets: readonly string[];
  /** Whether another device of which nothing is said has the same. */
  readonly areDefaults: boolean;
  /** One line each: field, what was found, what was expected. */
  readonly faults: readonly string[];
}

const NONE: CheckedSettings = { values: {}, secrets: [], areDefaults: true, faults: [] };

export function readSettings(
  schema: SettingsSchema | undefined,
  given: Readonly<Record<string, unknown>> = {},
): CheckedSettings {
  if (!schema) {
    const names = Object.keys(given);
    return names.length === 0
      ? NONE
      : { ...NONE, faults: [`${names.join(', ')}: this macro has no settings`] };
  }
  const result = v.safeParse(schema, given);
  if (!result.success) return { ...NONE, faults: result.issues.map((issue) => faultText(schema, issue)) };
  const values = result.output;
  const defaults = v.safeParse(schema, {});
  return {
    values,
    secrets: Object.keys(schema.entries).filter(
      (name) => isSecret(schema.entries[name]) && values[name] !== undefined,
    ),
    areDefaults: defaults.success && JSON.stringify(defaults.output) === JSON.stringify(values),
    faults: [],
  };
}

function faultText(schema: SettingsSchema, issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const field = keys.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keys.length === 1 ? ` Known: ${Object.keys(schema.entries).join(', ')}.` : '';
    return `${field}: there is no such setting.${known}`;
  }
  // Of a field that is missing valibot says that its name was expected.
  if (issue.expected === `"${keys.at(-1)}"`) return `${field}: found nothing, expected a value`;
  const found = isSecret(schema.entries[keys[0] ?? '']) ? `a secret ${typeof issue.input}` : issue.received;
  return `${field}: found ${found}, expected ${issue.expected ?? issue.message}`;
}
