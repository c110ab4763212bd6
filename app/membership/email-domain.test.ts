import { describe, expect, test } from 'vitest'
import { canonicalDomain, domainOfAddress, isOpenToAnybody } from './email-domain.ts'

describe('an e-mail domain', () => {
  test.each([
    ['keitele.fi', 'keitele.fi'],
    [' Keitele.FI ', 'keitele.fi'],
    ['edu.keitele.fi', 'edu.keitele.fi'],
    ['hämeenkyrö.fi', 'xn--hmeenkyr-0za1q.fi'],
    ['ha\u0308meenkyrö.fi', 'xn--hmeenkyr-0za1q.fi'],
    ['xn--hmeenkyr-0za1q.fi', 'xn--hmeenkyr-0za1q.fi'],
  ])('%j is compared as %s', (text, canonical) => {
    expect(canonicalDomain(text)).toBe(canonical)
  })

  test.each([
    '',
    'keitele',
    '.fi',
    'keitele.fi.',
    'keitele..fi',
    '-keitele.fi',
    'keitele-.fi',
    'keitele.fi/evil',
    'keitele.fi:25',
    'user@keitele.fi',
    'keitele%2efi',
    'keitele。fi',
    'ｋeitele.fi',
    'kei tele.fi',
    'keitele\u00ad.fi',
    'keitele.fi\u200b',
    '=?utf-8?q?keitele.fi?=',
    '127.0.0.1',
    `${'a'.repeat(64)}.fi`,
    `${'a.'.repeat(130)}fi`,
  ])('%j is none', (text) => {
    expect(canonicalDomain(text)).toBeUndefined()
  })

  test('of an address is what stands after its one @', () => {
    expect(domainOfAddress('kaisa@keitele.fi')).toBe('keitele.fi')
    for (const none of ['keitele.fi', '@keitele.fi', 'kaisa@evil.test@keitele.fi', 'kaisa@'])
      expect(domainOfAddress(none)).toBeUndefined()
  })

  test('where anybody gets an address speaks for no municipality', () => {
    expect(isOpenToAnybody('gmail.com')).toBe(true)
    expect(isOpenToAnybody('keitele.fi')).toBe(false)
  })
})
