import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { inventoryJsonSchema } from '../deploy/inventory/json-schema.ts';
import type { CommandContext } from '../lib/command.ts';
import { UserError } from '../lib/user-error.ts';

const FILE = 'devices.schema.json';

export default (context: CommandContext) =>
  new Command('inventory-schema')
    .description(`Writes ${FILE}, by which editors complete and check devices.yaml.`)
    .option('--check', 'only say whether it is as it would be written', false)
    .action(({ check }: { check: boolean }) => {
      const file = join(context.root, FILE);
      const text = inventoryJsonSchema();
      if (!check) writeFileSync(file, text);
      else if (readIfThere(file) !== text) {
        throw new UserError('stale-schema', `${FILE} is not up to date. Type: npm run inventory-schema`);
      }
    });

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
