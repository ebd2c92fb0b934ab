import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the public network: this machine, its neighbours, and what clouds keep for themselves. */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside.addSubnet(network, bits, 'ipv4');

/** The part of IPv6 that is given out on the public network, and what of it leads back to IPv4 or nowhere. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const notReally = new BlockList();
for (const [network, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) notReally.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is one of the public network. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && given.check(address, 'ipv6') && !notReally.check(address, 'ipv6');
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Resolves a name as a connection asks for it, and refuses when any of its addresses is not public; the connection goes to what was checked. */
export function publicLookup(hostname: string, options: LookupOptions, answer: Answer): void {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const first = addresses?.[0];
    if (error || !first) return answer(error ?? new Error('the name has no address'), []);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return answer(Object.assign(new Error('the name leads to an address that is not public'), { code: 'ENOTFOUND' }), []);
    if (options.all) return answer(null, addresses);
    answer(null, first.address, first.family);
  });
}
