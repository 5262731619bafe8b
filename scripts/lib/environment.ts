import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { CommandContext } from './command.ts';

/** The environment, with what `.env` in the project's root adds to it. */
export function environmentOf({ root, env }: CommandContext): Record<string, string | undefined> {
  return { ...parseEnv(readIfThere(join(root, '.env'))), ...env };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
