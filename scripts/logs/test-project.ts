import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryRoot } from '#scripts/lib/run-for-test';

export interface MacroProject {
  readonly root: string;
  remove(): void;
}

/** A folder with macros of its own, by name, for one test. */
export function macroProject(macros: Readonly<Record<string, string>>): MacroProject {
  const { root, remove } = temporaryRoot();
  cpSync(join(process.cwd(), 'package.json'), join(root, 'package.json'));
  for (const name of ['node_modules', 'contract']) symlinkSync(join(process.cwd(), name), join(root, name));
  for (const [name, source] of Object.entries(macros)) {
    mkdirSync(join(root, 'macros', name), { recursive: true });
    writeFileSync(join(root, 'macros', name, 'index.ts'), source);
  }
  return { root, remove };
}
