import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Is this address, or the name `localhost`, one that only this machine reaches? */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '');
  const family = isIP(address);
  if (family === 0) return host.toLowerCase() === 'localhost';
  return loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
