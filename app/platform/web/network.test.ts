import { describe, expect, test } from 'vitest'
import { networkOf, trustedProxies } from './network.ts'

const proxies = trustedProxies(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'])

describe('the network of a request', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:0207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    [undefined, 'unknown'],
    ['somewhere', 'unknown'],
  ])('of a connection from %s is %s', (connected, network) => {
    expect(networkOf(connected, undefined, proxies)).toBe(network)
  })

  test('is not what somebody who is no trusted proxy says it is', () => {
    expect(networkOf('192.0.2.7', '198.51.100.1', proxies)).toBe('192.0.2.7')
  })

  test.each([
    ['198.51.100.1', '198.51.100.1'],
    ['198.51.100.1:4711', '198.51.100.1'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['203.0.113.5, 198.51.100.1', '198.51.100.1'],
    ['198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['127.0.0.1, 198.51.100.1, fd12::1, 10.9.9.9', '198.51.100.1'],
    ['198.51.100.1, nonsense', '127.0.0.1'],
    ['', '127.0.0.1'],
    [undefined, '127.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
  ])('behind trusted proxies is the last of their addresses that is not theirs: %s', (forwarded, network) => {
    expect(networkOf('127.0.0.1', forwarded, proxies)).toBe(network)
  })

  test('an IPv4 proxy is trusted in IPv6 clothing too', () => {
    expect(networkOf('::ffff:10.0.0.9', '198.51.100.1', proxies)).toBe('198.51.100.1')
  })

  test.each(['proxy.example.fi', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '10.0.0.1/', ''])(
    'the list of proxies takes no %s',
    (entry) => {
      expect(() => trustedProxies([entry])).toThrow('is not an address')
    },
  )
})
