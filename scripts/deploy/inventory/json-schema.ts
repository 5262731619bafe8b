import { toJsonSchema } from '@valibot/to-json-schema';
import { InventorySchema } from './inventory-schema.ts';

/** The text of devices.schema.json, by which editors complete and check devices.yaml. */
export function inventoryJsonSchema(): string {
  const schema = toJsonSchema(InventorySchema, { typeMode: 'input', errorMode: 'throw' });
  return `${JSON.stringify({ title: 'Devices of roomos-assistant-kit', ...schema }, null, 2)}\n`;
}
