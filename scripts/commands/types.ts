import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { CommandContext } from '#scripts/lib/command';
import { UserError } from '#scripts/lib/user-error';
import { generateTypes } from '#scripts/types/generate-types';
import type { TypedPaths } from '#scripts/types/select-entries';
import { loadCatalogue } from '#xapi';

const PACKAGE = 'macros/types/xapi';

export default (context: CommandContext) =>
  new Command('types')
    .description(`Generates ${PACKAGE}/index.d.ts from the xAPI catalogue, for the paths in its paths.json.`)
    .option('--check', 'only say whether the file is up to date')
    .action(async ({ check }: { check?: true }) => {
      const file = join(context.root, PACKAGE, 'index.d.ts');
      const paths = JSON.parse(
        await readFile(join(context.root, PACKAGE, 'paths.json'), 'utf8'),
      ) as TypedPaths;
      const text = generateTypes(loadCatalogue(), paths);
      if (text === (await readFile(file, 'utf8').catch(() => ''))) {
        context.out.write(`${PACKAGE}/index.d.ts is up to date.\n`);
      } else if (check) {
        throw new UserError('stale-types', `${PACKAGE}/index.d.ts is out of date. Type: npm run types`);
      } else {
        await writeFile(file, text);
        context.out.write(`Wrote ${PACKAGE}/index.d.ts.\n`);
      }
    });
