import { BlockList, isIP } from 'node:net'

/** What stands for the network of a request whose connection is not known (tests, commands). */
export const unknownNetwork = 'unknown'

/**
 * Proxies whose word on the client's address counts, from the operator's list of addresses and ranges in CIDR form.
 * Throws with the first entry that is neither.
 */
export function trustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', length, ...rest] = entry.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : NaN
    if (family === 0 || rest.length > 0 || !(bits <= most)) throw new Error(`${entry} is not an address`)
    list.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/**
 * The network that a request comes from: an IPv4 address whole, an IPv6 address cut to its /64, which is what one household
 * or office has. `connected` is the other end of the connection. Only when that is a trusted proxy are the addresses it
 * forwarded read, from the last one back to the first that is no trusted proxy itself, so that nobody can name another's
 * address. Returns `unknown` when nothing can be told.
 */
export function networkOf(
  connected: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  let address = plainAddress(connected)
  const forwarded = (forwardedFor ?? '').slice(-2_000).split(',')
  while (address !== undefined && isTrusted(address, trusted)) {
    const before = plainAddress(forwarded.pop())
    if (before === undefined) break
    address = before
  }
  if (address === undefined) return unknownNetwork
  return isIP(address) === 6 ? firstHalf(address) : address
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** An address without port, brackets and zone, an IPv4 one without its IPv6 clothing; undefined when it is none. */
function plainAddress(text: string | undefined): string | undefined {
  const bare = (text ?? '').trim().replace(/^\[(.+)\](?::\d+)?$/, '$1')
  const withoutZone = bare.replace(/%.*$/, '')
  const address = /^[\d.]+:\d+$/.test(withoutZone) ? withoutZone.replace(/:\d+$/, '') : withoutZone
  const family = isIP(address)
  if (family === 4) return address
  if (family === 0) return undefined
  const groups = groupsOf(address)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')
  return address
}

/** The eight groups of an IPv6 address as numbers. */
function groupsOf(address: string): number[] {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [head = '', tail] = inHex.split('::')
  const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)))
  if (tail === undefined) return numbers(head)
  const missing = 8 - numbers(head).length - numbers(tail).length
  return [...numbers(head), ...Array.from({ length: missing }, () => 0), ...numbers(tail)]
}

function firstHalf(address: string): string {
  const groups = groupsOf(address).slice(0, 4)
  return `${groups.map((group) => group.toString(16)).join(':')}::/64`
}
