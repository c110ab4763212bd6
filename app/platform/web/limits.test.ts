import { describe, expect, test } from 'vitest'
import { budgets, createLimits } from './limits.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 10, 8, 0, seconds))
const form = (whose: string) => [{ budget: 'form by person', whose } as const]

describe('limits', () => {
  test('let a burst through, then as many as time brings', () => {
    const limits = createLimits()
    const { burst } = budgets['form by person']
    for (let sent = 0; sent < burst; sent++) expect(limits.take(form('kaisa'), at(0))).toBeUndefined()
    expect(limits.take(form('kaisa'), at(0))).toBe(1)
    expect(limits.take(form('kaisa'), at(1))).toBeUndefined()
    expect(limits.take(form('kaisa'), at(1))).toBe(1)
    for (let sent = 0; sent < burst; sent++) expect(limits.take(form('kaisa'), at(600))).toBeUndefined()
    expect(limits.take(form('kaisa'), at(600))).toBe(1)
  })

  test('of one do not touch another', () => {
    const limits = createLimits()
    for (let sent = 0; sent < 10_000; sent++) limits.take(form('somebody in a hurry'), at(0))
    expect(limits.take(form('kaisa'), at(0))).toBeUndefined()
  })

  test('charge nobody when one of several cannot pay', () => {
    const limits = createLimits({ ...budgets, 'form by network': { burst: 1, perMinute: 1 } })
    const both = [...form('kaisa'), { budget: 'form by network', whose: '192.0.2.7' } as const]
    expect(limits.take(both, at(0))).toBeUndefined()
    for (let sent = 0; sent < 100; sent++) expect(limits.take(both, at(0))).toBe(60)
    for (let sent = 1; sent < budgets['form by person'].burst; sent++)
      expect(limits.take(form('kaisa'), at(0))).toBeUndefined()
  })

  test('a clock set back an hour neither fills nor locks', () => {
    const limits = createLimits()
    for (let sent = 0; sent < budgets['form by person'].burst; sent++) limits.take(form('kaisa'), at(3_600))
    expect(limits.take(form('kaisa'), at(0))).toBe(1)
    expect(limits.take(form('kaisa'), at(3_602))).toBeUndefined()
  })

  test('keep a bounded number of counts however many networks come', () => {
    const limits = createLimits({ ...budgets, 'form by network': { burst: 1, perMinute: 0.001 } })
    const from = (network: number) => [{ budget: 'form by network', whose: String(network) } as const]
    for (let network = 0; network < 60_000; network++) limits.take(from(network), at(0))
    expect(limits.take(from(0), at(0))).toBeUndefined()
    expect(limits.take(from(59_999), at(0))).toBeGreaterThan(1)
  })
})
