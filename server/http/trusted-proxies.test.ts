import { expect, it } from 'vitest';
import { isLoopback } from './loopback.ts';
import { isProxyEntry, trustedProxies } from './trusted-proxies.ts';

it('trusts the addresses and networks that are named, and nothing else', () => {
  const isTrusted = trustedProxies(['10.0.0.5', '172.16.0.0/12', 'fd00::/8']);
  for (const address of ['10.0.0.5', '172.16.0.1', '172.31.255.255', 'fd12::1']) {
    expect(isTrusted(address), address).toBe(true);
  }
  for (const address of ['10.0.0.6', '172.32.0.0', 'fe80::1', '', 'proxy', '127.0.0.1']) {
    expect(isTrusted(address), address).toBe(false);
  }
});

it('trusts nobody by default', () => {
  expect(trustedProxies([])('127.0.0.1')).toBe(false);
});

it.each(['proxy.example.com', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', ''])(
  'knows that %j is no entry',
  (entry) => {
    expect(isProxyEntry(entry)).toBe(false);
    expect(() => trustedProxies([entry])).toThrow();
  },
);

it('tells this machine from others', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost', '::ffff:127.0.0.1']) {
    expect(isLoopback(host), host).toBe(true);
  }
  for (const host of [
    '0.0.0.0',
    '::',
    '192.0.2.1',
    '::ffff:192.0.2.1',
    'example.com',
    '',
    'localhost.example.com',
  ]) {
    expect(isLoopback(host), host).toBe(false);
  }
});
