import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCommand, temporaryRoot } from '../lib/run-for-test.ts';
import inventorySchema from './inventory-schema.ts';

let folder: ReturnType<typeof temporaryRoot>;
beforeEach(() => {
  folder = temporaryRoot();
});
afterEach(() => folder.remove());

const run = async (argv: string[], root = folder.root) => {
  const command = startCommand(inventorySchema, argv, { root });
  return { code: await command.ended, err: command.err };
};

test('the schema that ships is as it would be written', async () => {
  expect(await run(['--check'], process.cwd())).toEqual({ code: 0, err: '' });
});

test('--check says what to type when it is missing or stale, and writes nothing', async () => {
  const stale = { code: 1, err: 'devices.schema.json is not up to date. Type: npm run inventory-schema\n' };
  expect(await run(['--check'])).toEqual(stale);
  writeFileSync(join(folder.root, 'devices.schema.json'), '{}');
  expect(await run(['--check'])).toEqual(stale);
  expect(readFileSync(join(folder.root, 'devices.schema.json'), 'utf8')).toBe('{}');
});

test('it knows every key, requires devices and refuses others', async () => {
  await run([]);
  const schema = JSON.parse(readFileSync(join(folder.root, 'devices.schema.json'), 'utf8'));
  expect(schema).toMatchObject({ required: ['devices'], additionalProperties: false });
  const device = schema.properties.devices.additionalProperties;
  expect(device).toMatchObject({ required: ['address'], additionalProperties: false });
  for (const [key, { description }] of Object.entries<{ description?: string }>(device.properties)) {
    expect([key, description]).toEqual([key, expect.stringMatching(/\.$/)]);
  }
  expect(await run(['--check'])).toEqual({ code: 0, err: '' });
});
