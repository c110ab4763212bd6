import { describe, expect, test } from 'vitest'
import { type DecisionRule, type Guardrail, type Proposal, proposeDecision } from './decision-rule.ts'

function proposal(rule: DecisionRule): Proposal {
  const finding = proposeDecision(rule)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const decided = (estimate: number, low: number, high: number, more: Partial<DecisionRule> = {}) =>
  proposal({ estimate, low, high, smallestWorthwhile: 3, ...more }).decision

const good = { estimate: 4, low: 1, high: 7, smallestWorthwhile: 3 }

describe('the decision rule', () => {
  test('spreads a clear benefit', () => {
    expect(proposal(good)).toEqual({
      decision: 'spread',
      surelyNotWorse: true,
      worthwhile: true,
      surelyTooSmall: false,
      guardrails: [],
    })
  })

  test('adapts while the range is wide', () => {
    expect(proposal({ estimate: 3, low: -1, high: 7, smallestWorthwhile: 3 })).toEqual({
      decision: 'adapt',
      surelyNotWorse: false,
      worthwhile: true,
      surelyTooSmall: false,
      guardrails: [],
    })
  })

  test('stops when even the best believable result is too small', () => {
    expect(proposal({ estimate: 0.2, low: -1, high: 1.4, smallestWorthwhile: 3 })).toEqual({
      decision: 'stop',
      surelyNotWorse: false,
      worthwhile: false,
      surelyTooSmall: true,
      guardrails: [],
    })
  })

  test('adapts when the estimate is too small but the range reaches further', () => {
    expect(decided(2, 1, 4)).toBe('adapt')
  })

  test('counts equality as met', () => {
    expect(decided(3, 0, 6)).toBe('spread')
    expect(decided(2, 1, 3)).toBe('adapt')
    expect(decided(3, -1e-12, 6)).toBe('adapt')
    expect(decided(3 - 1e-12, 0, 6)).toBe('adapt')
    expect(decided(2, 1, 3 - 1e-12)).toBe('stop')
  })

  test('reads a fall as a gain when a fall is wanted', () => {
    const wanted = 'decrease' as const
    expect(decided(-4, -7, -1, { wanted })).toBe('spread')
    expect(decided(-4, -7, 0, { wanted })).toBe('spread')
    expect(decided(-3, -7, 1, { wanted })).toBe('adapt')
    expect(decided(-0.2, -1.4, 1, { wanted })).toBe('stop')
    expect(decided(4, 1, 7, { wanted })).toBe('stop')
    expect(decided(4, 1, 7, { wanted: 'increase' })).toBe('spread')
  })

  test('takes limits that are infinite', () => {
    expect(decided(4, -Infinity, Infinity)).toBe('adapt')
    expect(decided(1, -Infinity, 2)).toBe('stop')
    expect(decided(4, 0, Infinity)).toBe('spread')
  })
})

describe('guardrails', () => {
  const withRail = (guardrail: Guardrail) => proposal({ ...good, guardrails: [guardrail] })

  test('that are held let a benefit spread', () => {
    const held = withRail({ estimate: -1, low: -3, high: 1, harmLimit: -2 })
    expect([held.decision, held.guardrails]).toEqual(['spread', ['held']])
  })

  test('whose estimate alone is past the limit hold the spreading back', () => {
    const unclear = withRail({ estimate: -2.5, low: -4, high: -1, harmLimit: -2 })
    expect([unclear.decision, unclear.guardrails]).toEqual(['adapt', ['unclear']])
  })

  test('whose whole range is past the limit stop the experiment, however good the outcome', () => {
    const passed = withRail({ estimate: -5, low: -7, high: -3, harmLimit: -2 })
    expect([passed.decision, passed.guardrails]).toEqual(['stop', ['passed']])
  })

  test('count equality as met', () => {
    expect(withRail({ estimate: -2, low: -4, high: 0, harmLimit: -2 }).guardrails).toEqual(['held'])
    expect(withRail({ estimate: -3, low: -4, high: -2, harmLimit: -2 }).guardrails).toEqual(['unclear'])
  })

  test('may lie in the other direction', () => {
    const harmIs = 'increase' as const
    expect(withRail({ estimate: 1, low: -1, high: 3, harmLimit: 2, harmIs }).guardrails).toEqual(['held'])
    expect(withRail({ estimate: 2, low: 1, high: 3, harmLimit: 2, harmIs }).guardrails).toEqual(['held'])
    expect(withRail({ estimate: 2.5, low: 1, high: 3, harmLimit: 2, harmIs }).guardrails).toEqual(['unclear'])
    expect(withRail({ estimate: 2.5, low: 2, high: 3, harmLimit: 2, harmIs }).guardrails).toEqual(['unclear'])
    expect(withRail({ estimate: 5, low: 2.1, high: 7, harmLimit: 2, harmIs }).decision).toBe('stop')
    expect(withRail({ estimate: 5, low: 2.1, high: 7, harmLimit: 2, harmIs: 'decrease' }).decision).toBe(
      'spread',
    )
  })

  test('must all be held', () => {
    const held: Guardrail = { estimate: 0, low: -1, high: 1, harmLimit: -2 }
    const unclear: Guardrail = { estimate: -3, low: -4, high: 1, harmLimit: -2 }
    const passed: Guardrail = { estimate: -3, low: -4, high: -2.5, harmLimit: -2 }
    const both = (guardrails: Guardrail[]) => proposal({ ...good, guardrails })
    expect(both([held, unclear]).decision).toBe('adapt')
    expect(both([held, unclear]).guardrails).toEqual(['held', 'unclear'])
    expect(both([held, passed]).decision).toBe('stop')
    expect(both([held, held]).decision).toBe('spread')
  })
})

describe('a rule that cannot be judged', () => {
  const refusal = (rule: DecisionRule) => {
    const finding = proposeDecision(rule)
    return finding.ok ? null : finding.refusal
  }

  test('is refused when a number is missing', () => {
    const code = 'not-enough-data'
    const noThreshold = refusal({ ...good, smallestWorthwhile: NaN })
    expect(noThreshold).toEqual({ code, why: 'The smallest worthwhile change must be a number.' })
    const range = { code, why: 'The estimate must be a number and its range must not be turned around.' }
    expect(refusal({ ...good, estimate: NaN })).toEqual(range)
    expect(refusal({ ...good, estimate: Infinity })).toEqual(range)
    expect(refusal({ ...good, low: NaN })).toEqual(range)
    expect(refusal({ ...good, high: NaN })).toEqual(range)
    expect(refusal({ ...good, smallestWorthwhile: Infinity })).toEqual(noThreshold)
  })

  test('is refused when a range is turned around', () => {
    expect(refusal({ ...good, low: 8 })?.code).toBe('not-enough-data')
    expect(refusal({ ...good, low: 7, high: 7 })).toBeNull()
  })

  test('is refused when a guardrail cannot be read', () => {
    const rail: Guardrail = { estimate: 0, low: -1, high: 1, harmLimit: -2 }
    const why = 'A guardrail needs a limit, an estimate and a range that is not turned around.'
    for (const broken of [{ harmLimit: NaN }, { harmLimit: -Infinity }, { estimate: NaN }, { low: 2 }]) {
      expect(refusal({ ...good, guardrails: [rail, { ...rail, ...broken }] })).toEqual({
        code: 'not-enough-data',
        why,
      })
    }
  })
})
