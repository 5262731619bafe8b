import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '#scripts/lib/command';
import { environmentOf } from '#scripts/lib/environment';
import { Inventory } from './inventory.ts';

export const INVENTORY_FILE = 'devices.yaml';

/** The inventory of the project, `undefined` where there is none. @throws UserError `bad-inventory` */
export function readInventory(context: CommandContext): Inventory | undefined {
  const file = join(context.root, INVENTORY_FILE);
  if (!existsSync(file)) return undefined;
  return new Inventory({
    name: INVENTORY_FILE,
    text: readFileSync(file, 'utf8'),
    root: context.root,
    environment: environmentOf(context),
  });
}
