import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryRoot } from '#scripts/lib/run-for-test';
import { authorities, systemAuthorities } from './authorities.ts';

let folder: ReturnType<typeof temporaryRoot>;
let pem: (name: string) => string;
beforeEach(() => {
  folder = temporaryRoot();
  pem = (name) => {
    const file = join(folder.root, `${name}.pem`);
    writeFileSync(file, name);
    return file;
  };
});
afterEach(() => folder.remove());

test('the authorities that Node brings along are always among them', () => {
  for (const environment of [{}, { SSL_CERT_FILE: pem('system') }, { SSL_CERT_FILE: '/nowhere' }]) {
    expect(systemAuthorities(environment)).toEqual(expect.arrayContaining([...rootCertificates]));
  }
});

test('those that the administrator has added are too', () => {
  const added = (environment: Record<string, string>) =>
    systemAuthorities(environment).filter((text) => !rootCertificates.includes(text));
  expect(added({ SSL_CERT_FILE: pem('system') })).toEqual(['system']);
  expect(added({ SSL_CERT_FILE: pem('system'), NODE_EXTRA_CA_CERTS: pem('extra') })).toEqual([
    'system',
    'extra',
  ]);
  expect(added({ SSL_CERT_FILE: '/nowhere', NODE_EXTRA_CA_CERTS: pem('extra') })).toEqual(['extra']);
});

test('they are read once', () => {
  expect(authorities()).toBe(authorities());
});
