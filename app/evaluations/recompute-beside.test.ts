import { describe, expect, test } from 'vitest'
import { agreedLooks, boundariesFor, measureOf, type Plan, type UnitChange } from '../experiments/index.ts'
import { inPlanUnits } from '../measurements/index.ts'
import { exampleBundleParts, exampleObservations, examplePlans } from './bundle.examples.ts'
import { type BundleParts, bundleOf } from './bundle.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { engineVersion } from './engine-version.ts'
import { explore } from './exploration.ts'
import { recompute } from './recompute.ts'
import { filesOf, tampered } from './tampered-bundle.examples.ts'
import { lookOn } from './take-looks.ts'

const before = examplePlans.beforeAndAfter
const plan: Plan = { ...before, design: { ...before.design!, watched: true, looks: 3 } }
const measure = plan.measures[0]!

function again(bundle: Buffer) {
  const found = recompute(bundle)
  if (typeof found === 'string') throw new Error(found)
  return found
}

/** A trial with its three looks and two analyses outside the plan, as a database would hold them. */
function withBeside(): BundleParts {
  const observations = exampleObservations(plan, { before: 20, after: 54 })
  const parts = exampleBundleParts(plan, observations)
  const boundaries = boundariesFor(3)!
  const input = { plan, observations, drawnOrder: undefined, openedEarly: false }
  return {
    ...parts,
    looks: agreedLooks(plan).map(({ number, day }) => {
      const until = observations.filter((one) => one.day <= day)
      return {
        number,
        day,
        lookedAt: new Date('2026-05-10T04:10:00Z'),
        dataFingerprint: dataFingerprint(until),
        ...lookOn(plan, until, undefined, boundaries, number),
      }
    }),
    explorations: (['xmr-chart', 'interrupted-series'] as const).map((method, index) => ({
      id: String(index),
      measureId: measure.id,
      method,
      period: 'settled' as const,
      besidesId: null,
      why: 'Ensimmäiset viikot olivat opettelua.',
      evaluation: explore(input, { measure, method, period: 'settled' })!,
      engineVersion,
      dataFingerprint: dataFingerprint(observations),
      at: new Date('2026-05-12T08:00:00Z'),
      hidden: null,
    })),
  }
}

describe('looks along the way and analyses outside the plan', () => {
  const parts = withBeside()
  const bundle = bundleOf(parts)

  test('are in the bundle with their seed, told of in its README, and computed again to the last digit', () => {
    const files = filesOf(bundle)
    expect(files.get('looks.json')).toContain('"seed": ')
    expect(files.get('explorations.json')).toContain('Ensimmäiset viikot olivat opettelua.')
    expect(files.get('README.txt')).toContain('looks.json')
    const { faults, beside } = again(bundle)
    expect(faults).toEqual([])
    expect(beside).toMatchObject({ looks: 3, explorations: 2, skipped: [] })
    expect(parts.looks.at(-1)?.said).toBe('better')
  })

  test.each([
    [
      'a look',
      'looks.json',
      /"estimate": (-?[\d.]+)/,
      /^Look 1 differs in 1 .* estimate in looks\.json is 1 /,
    ],
    ['what a look said', 'looks.json', /"said": ("better")/, /said in looks\.json is 1 in the bundle/],
    [
      'a figure of an analysis',
      'explorations.json',
      /"upper": (-?[\d.]+)/,
      /^Analysis 1 outside the plan differs in 1 .* in explorations\.json is 1 /,
    ],
  ])('%s that was tampered with is named', (_, name, figure, fault) => {
    const changed = (text: string) =>
      text.replace(figure, (whole, told: string) =>
        whole.replace(told, told === '"better"' ? '"worse"' : '1'),
      )
    const faults = again(tampered(bundle, name, changed, true)).faults
    expect(faults).toHaveLength(1)
    expect(faults[0]?.replace('"worse"', '1')).toMatch(fault)
  })

  test('take the same other measure into account when they are computed again, and tell when it is not there', () => {
    const warmth = { ...measure, id: '00000000-0000-7000-8000-0000000000ab', name: 'Lämpötila', unit: '°C' }
    const two: Plan = { ...before, measures: [measure, warmth] }
    const readings = exampleObservations(two).flatMap((one, index) => [
      one,
      { ...one, id: `w${index}`, measureId: warmth.id, value: 10 + ((index * 5) % 7) },
    ])
    const input = { plan: two, observations: readings, drawnOrder: undefined, openedEarly: false }
    const method = 'interrupted-series' as const
    const [alone, besides] = [undefined, warmth].map((other) =>
      explore(input, { measure, method, period: 'whole', besides: other }),
    )
    expect(besides?.analysis.effect).not.toEqual(alone?.analysis.effect)
    const [model] = parts.explorations
    if (!model || !besides) throw new Error('no analysis')
    const taken = {
      ...model,
      method,
      period: 'whole' as const,
      besidesId: warmth.id,
      evaluation: besides,
      dataFingerprint: dataFingerprint(readings),
    }
    const told = bundleOf({ ...exampleBundleParts(two, readings), explorations: [taken] })
    expect(again(told)).toMatchObject({ faults: [], beside: { explorations: 1, skipped: [] } })
    const without = (text: string) => text.replace(/\s*"besides": "[^"]+",/, '')
    expect(again(tampered(told, 'explorations.json', without, true)).faults[0]).toMatch(
      /^Analysis 1 outside the plan differs/,
    )
    const another = (text: string) => text.replace(warmth.id, model.id.padStart(36, '0'))
    expect(again(tampered(told, 'explorations.json', another, true)).faults[0]).toContain(
      'is not one that this plan allows',
    )
  })

  test('on readings that were corrected since are not computed again, and that is said', () => {
    const corrected = parts.observations.map((one, index) => (index === 30 ? { ...one, value: 1 } : one))
    const later = {
      ...exampleBundleParts(plan, corrected),
      looks: parts.looks,
      explorations: parts.explorations,
    }
    const { faults, beside } = again(bundleOf(later))
    expect(faults).toEqual([])
    expect(beside).toMatchObject({ looks: 0, explorations: 0 })
    expect(beside.skipped[0]).toContain('Look 1 had other readings')
    expect(beside.skipped).toHaveLength(5)
  })

  test('hide why they were made where that was hidden, and a trial without them has no such files', () => {
    const [one] = parts.explorations
    if (!one) throw new Error('no analysis')
    const hidden = { ...one, why: '', hidden: { at: new Date(0), because: 'personal_data' as const } }
    const files = filesOf(bundleOf({ ...parts, looks: [], explorations: [hidden] }))
    expect(files.get('explorations.json')).toContain('"why": null')
    expect(files.has('looks.json')).toBe(false)
    expect(files.get('README.txt')).not.toContain('looks.json')
  })
})

describe('a measure whose unit changed', () => {
  const entered = exampleObservations(before).map((one) =>
    one.day >= '2026-04-01' ? { ...one, value: one.value / 1_000 } : one,
  )
  const change = (planUnits: number | null): UnitChange[] => [
    { measureId: measure.id, day: '2026-04-01', unit: 'kg', planUnits },
  ]
  const bundleWith = (changes: UnitChange[]) =>
    bundleOf({
      ...exampleBundleParts(before, inPlanUnits(changes, entered)),
      observations: entered,
      unitChanges: changes,
    })

  test('has its readings in the bundle as they were entered, and gives the same figures', () => {
    const bundle = bundleWith(change(1_000))
    const files = filesOf(bundle)
    expect(files.get('data.csv')).toMatch(/,g,,2026-03-31,\d\d[.\d]*,during/)
    expect(files.get('data.csv')).toMatch(/,kg,,2026-04-01,0\.0\d+,during/)
    expect(files.get('README.txt')).toContain('1 kg = 1\u00a0000 g')
    const { faults, measures } = again(bundle)
    expect(faults).toEqual([])
    // The level is the one that the trial shows in the unit of the plan.
    expect(measures[0]?.evaluation.finding.during).toBeCloseTo(50.3, 0)
    expect(measureOf(before, measure.id)?.unit).toBe('g')
  })

  test('into one that cannot be converted uses only the readings in the unit of the plan', () => {
    const { faults, measures } = again(bundleWith(change(null)))
    expect(faults).toEqual([])
    expect(measures[0]?.evaluation.finding.daysDuring).toBe(16)
  })

  test('is found out where another amount is put in, or the file left out', () => {
    const bundle = bundleWith(change(1_000))
    const other = (text: string) => text.replace('"plan_units": 1000', '"plan_units": 100')
    expect(again(tampered(bundle, 'unit-changes.json', other, true)).faults[0]).toContain(
      'not those that were evaluated',
    )
  })
})
