import { BlockList, isIP } from 'node:net'

/** What a request of ours may reach. */
export interface AddressGuard {
  /** An IP address as the connection would use it. */
  allowsAddress(address: string): boolean
  /** True where configuration names the host itself: then it may stand on any address and be plain http. */
  namesHost(host: string): boolean
}

/** Networks that are not the open internet (RFC 6890 and its successors): our own machine, our own network, metadata. */
const CLOSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Inside 2000::/3, the only IPv6 that is routed: Teredo and others, documentation, 6to4 (which wraps an IPv4 address). */
const CLOSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [network, prefix] of CLOSED_V4) closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of CLOSED_V6) closed.addSubnet(network, prefix, 'ipv6')
const routedV6 = new BlockList()
routedV6.addSubnet('2000::', 3, 'ipv6')

/** `::ffff:10.0.0.1` is 10.0.0.1 in other clothes; its hexadecimal form too. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical) ?? []
  if (high === undefined || low === undefined) return canonical
  const [h, l] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return `${h >> 8}.${h & 255}.${l >> 8}.${l & 255}`
}

/** `allowed`: host names, addresses and networks (`10.1.0.0/16`) an operator trusts although they are not public. */
export function createAddressGuard(allowed: readonly string[] = []): AddressGuard {
  const hosts = new Set<string>()
  const open = new BlockList()
  for (const entry of allowed) {
    const [network = '', prefix] = entry.split('/')
    const version = isIP(network)
    if (version === 0) hosts.add(entry.toLowerCase())
    else open.addSubnet(network, Number(prefix ?? (version === 4 ? 32 : 128)), `ipv${version as 4 | 6}`)
  }
  return {
    namesHost: (host) => {
      const bare = host.toLowerCase().replace(/^\[|\]$/g, '')
      return hosts.has(bare) || (isIP(bare) !== 0 && open.check(bare, `ipv${isIP(bare) as 4 | 6}`))
    },
    allowsAddress(address) {
      const plain = unmapped(address)
      const version = isIP(plain)
      if (version === 0) return false
      const family = `ipv${version as 4 | 6}` as const
      if (open.check(plain, family)) return true
      return !closed.check(plain, family) && (version === 4 || routedV6.check(plain, family))
    },
  }
}
