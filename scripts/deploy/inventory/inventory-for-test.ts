import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { UserError } from '#scripts/lib/user-error';
import { Inventory } from './inventory.ts';

export const ENVIRONMENT = {
  ROOMOS_PASSWORD: 'one',
  LAB_PASSWORD: 'two',
  WEBEX_TOKEN: 'three',
  GREETING: 'Hello',
};

/** A folder for one test with a file `certs/company.pem`, and what is read in it. */
export function inventoryFolder() {
  const { root, remove } = temporaryRoot();
  mkdirSync(join(root, 'certs'));
  writeFileSync(join(root, 'certs/company.pem'), '');
  const read = (text: string, environment: Record<string, string> = ENVIRONMENT) =>
    new Inventory({ name: 'devices.yaml', text, root, environment });
  return { root, remove, read };
}

/** What a device must say, and more, in YAML's short form. */
export const deviceText = (more = '', address = 'wss://10.0.0.5') =>
  `address: ${address}, username: admin, password: "\${ROOMOS_PASSWORD}"${more}`;

/** Code and lines of the UserError that the act throws. */
export function faultsOf(act: () => unknown): { code: string; lines: string[] } {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, lines: error.message.split('\n') };
    throw error;
  }
  return { code: '', lines: [] };
}
