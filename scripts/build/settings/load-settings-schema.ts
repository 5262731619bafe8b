import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, build } from 'esbuild';
import type * as v from 'valibot';
import { macroBuildError, messageLines } from '../macro-build-error.ts';

/** What `macros/NAME/settings.ts` exports as `schema`. */
export type SettingsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/**
 * The schema of a macro's settings, or `undefined` when it has none.
 *
 * @throws UserError `macro-build-failed`
 */
export async function loadSettingsSchema(root: string, macro: string): Promise<SettingsSchema | undefined> {
  const file = `macros/${macro}/settings.ts`;
  if (!existsSync(join(root, file))) return undefined;
  const { schema } = await evaluate(await bundleForNode(root, macro, file), macro, file);
  if (!isSettingsSchema(schema)) {
    throw macroBuildError(macro, [`${file}: it must export a v.strictObject({ … }) called schema`]);
  }
  return schema;
}

async function bundleForNode(root: string, macro: string, file: string): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { MACRO_SETTINGS: 'undefined' },
    logLevel: 'silent',
  }).catch((failure: BuildFailure) => {
    throw macroBuildError(macro, messageLines(failure.errors));
  });
  return result.outputFiles[0]?.text ?? '';
}

async function evaluate(code: string, macro: string, file: string): Promise<{ schema?: unknown }> {
  try {
    return await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  } catch (error) {
    throw macroBuildError(macro, [`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

const isSettingsSchema = (schema: unknown): schema is SettingsSchema =>
  typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'strict_object';
