import { BlockList, isIP } from 'node:net';

/** Is this address one of the proxies whose `X-Forwarded-For` is believed? */
export type TrustedProxies = (address: string) => boolean;

/**
 * Makes the test out of addresses (`10.0.0.5`) and networks (`10.0.0.0/8`, `fd00::/8`).
 *
 * @throws Error for an entry that is neither
 */
export function trustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const entry of entries) add(list, entry);
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

/** Is this an address or a network? */
export function isProxyEntry(entry: string): boolean {
  try {
    add(new BlockList(), entry);
    return true;
  } catch {
    return false;
  }
}

function add(list: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/');
  if (prefix === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(prefix), familyOf(address));
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
