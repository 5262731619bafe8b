import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedFiles } from './generate-types.ts';

const OPTIONS = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  allowImportingTsExtensions: true,
  skipLibCheck: false,
  target: 'es2020',
  lib: ['es2020'],
  types: ['xapi'],
};

/** What the compiler says of a macro, and of the generated types themselves; empty when all is well. */
export function compile(files: GeneratedFiles, macro: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xapi-types-'));
  try {
    const library = join(folder, 'node_modules/@types/xapi');
    cpSync('macros/types/xapi', library, { recursive: true, filter: isWrittenByHand });
    mkdirSync(join(library, 'generated'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(library, 'generated', name), text);
    writeFileSync(join(folder, 'macro.ts'), `import xapi from 'xapi';\n${macro}`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS }));
    const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isWrittenByHand = (source: string) => !/[\\/](test|generated)$/.test(source);
