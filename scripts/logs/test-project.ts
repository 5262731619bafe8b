import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryRoot } from '#scripts/lib/run-for-test';

export interface MacroProject {
  readonly root: string;
  /** `file` is named from the folder `macros`. */
  write(file: string, text: string): void;
  remove(): void;
}

/** A project's folder with macros of its own, by name, for one test. */
export function macroProject(macros: Readonly<Record<string, string>>): MacroProject {
  const { root, remove } = temporaryRoot();
  cpSync(join(process.cwd(), 'package.json'), join(root, 'package.json'));
  for (const name of ['node_modules', 'contract']) symlinkSync(join(process.cwd(), name), join(root, name));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, 'macros', file)), { recursive: true });
    writeFileSync(join(root, 'macros', file), text);
  };
  for (const [name, source] of Object.entries(macros)) write(`${name}/index.ts`, source);
  return { root, write, remove };
}
