import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessEvidence, chooseMethod, type MethodChoice } from './choose-method.ts'
import { precisionOf } from './level-of-evidence.ts'
import type { CollectedData, StudyPlan } from './study-plan.ts'

/** Two schools of nine start later by lot; forty pupils are asked in each. */
const schools: StudyPlan = {
  outcome: 'continuous',
  drawnByLot: true,
  treatedUnits: 2,
  comparisonUnits: 7,
  peoplePerUnit: 40,
  pointsBefore: 1,
  pointsAfter: 1,
  guardrails: 1,
}
const people: StudyPlan = { ...schools, treatedUnits: 40, comparisonUnits: 40, peoplePerUnit: 1 }
const series: StudyPlan = {
  outcome: 'continuous',
  drawnByLot: false,
  treatedUnits: 1,
  comparisonUnits: 0,
  pointsBefore: 20,
  pointsAfter: 20,
  guardrails: 1,
}

function choiceFor(plan: StudyPlan, data?: CollectedData): MethodChoice {
  const finding = data ? assessEvidence(plan, data) : chooseMethod(plan)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

describe('the method for a plan', () => {
  it.each<[string, StudyPlan, MethodChoice['method']]>([
    ['schools by lot', schools, 'cluster-randomisation-test'],
    [
      'thirty schools by lot',
      { ...schools, treatedUnits: 15, comparisonUnits: 15 },
      'adjusted-cluster-comparison',
    ],
    ['people, yes or no', { ...people, outcome: 'yes-no' }, 'share-difference'],
    ['people, a rare yes', { ...people, outcome: 'yes-no', baselineShare: 0.05 }, 'fisher-exact'],
    ['people on a scale', { ...people, outcome: 'scale' }, 'mann-whitney'],
    ['many people, an amount', people, 'welch'],
    [
      'fourteen and fourteen people',
      { ...people, treatedUnits: 14, comparisonUnits: 14 },
      'permutation-with-shift',
    ],
    ['people, time to a job', { ...people, outcome: 'time-to-event' }, 'log-rank'],
    ['seven people by lot', { ...people, treatedUnits: 4, comparisonUnits: 3 }, 'every-value'],
    [
      'start order by lot',
      { ...schools, startOrderByLot: true, treatedUnits: 4, comparisonUnits: 0 },
      'stepped-wedge-permutation',
    ],
    ['one place, many donors', { ...series, comparisonUnits: 12, pointsBefore: 10 }, 'synthetic-control'],
    [
      'one place, few donors',
      { ...series, comparisonUnits: 5, pointsBefore: 10 },
      'difference-with-placebos',
    ],
    [
      'several places, one start',
      { ...series, treatedUnits: 6, comparisonUnits: 8, pointsBefore: 3 },
      'difference-in-differences',
    ],
    [
      'several starts',
      { ...series, treatedUnits: 6, comparisonUnits: 8, startTimes: 3 },
      'group-time-effects',
    ],
    ['a long series', series, 'interrupted-series'],
    ['a long series of counts', { ...series, outcome: 'count' }, 'interrupted-series-counts'],
    ['a long start, a short end', { ...series, pointsAfter: 4 }, 'xmr-chart'],
    ['a season and twenty points', { ...series, seasonLength: 12 }, 'xmr-chart'],
    ['ten points', { ...series, pointsBefore: 6, pointsAfter: 4 }, 'run-chart-trial'],
    ['five points', { ...series, pointsBefore: 3, pointsAfter: 2 }, 'run-chart'],
    [
      'twelve people before and after',
      { ...series, treatedUnits: 12, pointsBefore: 1, pointsAfter: 1 },
      'paired-change',
    ],
    ['one reading before and after', { ...series, pointsBefore: 1, pointsAfter: 1 }, 'every-value'],
    [
      'a comparison without a reading before',
      { ...series, comparisonUnits: 9, pointsBefore: 0, pointsAfter: 1 },
      'one-time-comparison',
    ],
  ])('%s', (_what, plan, method) => {
    expect(choiceFor(plan).method).toBe(method)
  })

  it('counts the draws and the smallest p before the start', () => {
    expect(choiceFor(schools)).toMatchObject({ possibleDraws: 36, smallestP: 1 / 36 })
    expect(
      choiceFor({
        ...schools,
        blocks: [
          { treated: 1, comparison: 3 },
          { treated: 1, comparison: 4 },
        ],
      }).possibleDraws,
    ).toBe(20)
    expect(
      choiceFor({ ...schools, startOrderByLot: true, treatedUnits: 5, comparisonUnits: 0, startTimes: 5 })
        .possibleDraws,
    ).toBe(120)
    expect(choiceFor({ ...series, comparisonUnits: 12, pointsBefore: 10 }).possibleDraws).toBe(13)
    expect(choiceFor(series).smallestP).toBeNull()
  })

  it('calls a draw with fewer than twenty outcomes a learning pilot', () => {
    const two = choiceFor({ ...schools, treatedUnits: 2, comparisonUnits: 3 })
    expect(two.checks).toEqual(expect.arrayContaining(['learning-pilot', 'min-p-above-alpha']))
    expect(two.evidence.step).toBe(4)
    const three = choiceFor({ ...schools, treatedUnits: 3, comparisonUnits: 3 })
    expect(three.possibleDraws).toBe(20)
    expect(three.checks).not.toContain('learning-pilot')
  })

  it('sees smaller effects with more units, and none on a chart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 200 }), fc.integer({ min: 1, max: 200 }), (units, more) => {
        const few = choiceFor({ ...people, treatedUnits: units, comparisonUnits: units }).detectableEffect!
        const many = choiceFor({
          ...people,
          treatedUnits: units + more,
          comparisonUnits: units,
        }).detectableEffect!
        expect(many.size).toBeLessThan(few.size)
      }),
      { numRuns: 20 },
    )
    expect(choiceFor({ ...series, pointsAfter: 4 }).detectableEffect).toBeNull()
    expect(choiceFor({ ...people, standardDeviation: 12 }).detectableEffect?.unit).toBe('outcome')
    expect(choiceFor({ ...people, outcome: 'yes-no' }).detectableEffect).toMatchObject({ unit: 'share' })
  })
})

describe('what has to be shown before the start', () => {
  it.each<[string, StudyPlan, StudyPlan]>([
    ['guardrail-missing', { ...people, guardrails: 0 }, people],
    [
      'regression-to-mean',
      { ...series, chosenForExtremeReading: true },
      { ...people, chosenForExtremeReading: true },
    ],
    ['too-few-points', { ...series, pointsBefore: 6 }, series],
    ['trial-limits', { ...series, pointsBefore: 12, pointsAfter: 4 }, { ...series, pointsAfter: 4 }],
    [
      'seasonality-unmodelled',
      { ...series, seasonLength: 12 },
      { ...series, seasonLength: 12, pointsBefore: 24 },
    ],
    [
      'pre-trend',
      { ...series, treatedUnits: 6, comparisonUnits: 8, pointsBefore: 3 },
      { ...series, treatedUnits: 6, comparisonUnits: 8 },
    ],
    ['few-treated-clusters', schools, { ...schools, treatedUnits: 6 }],
    ['few-clusters', { ...schools, treatedUnits: 6 }, { ...schools, treatedUnits: 11, comparisonUnits: 11 }],
    ['clustering', schools, people],
    ['autocorrelation', { ...people, neighboursAlike: true }, people],
    ['staggered-starts', { ...series, treatedUnits: 6, comparisonUnits: 8, startTimes: 3 }, series],
    ['spillover', { ...people, neighboursAsComparison: true }, people],
    ['co-intervention', { ...series, otherMeasures: true }, { ...people, otherMeasures: true }],
    ['carry-over', { ...series, transitionLeftOut: true }, series],
    ['multiplicity', { ...people, primaryOutcomes: 2 }, people],
  ])('%s shows where it should and stays silent elsewhere', (code, failing, fine) => {
    expect(choiceFor(failing).checks).toContain(code)
    expect(choiceFor(fine).checks).not.toContain(code)
  })
})

describe('evidence once the data are in', () => {
  it.each<[string, CollectedData, CollectedData]>([
    [
      'attrition',
      { attrition: { treated: 0.25, comparison: 0.2 } },
      { attrition: { treated: 0.1, comparison: 0.08 } },
    ],
    ['low-response', { responseShare: 0.4 }, { responseShare: 0.6 }],
    ['ceiling', { shareAtEnd: 0.6 }, { shareAtEnd: 0.4 }],
    ['definition-changed', { definitionChanged: true }, {}],
    ['peeking', { openedBeforeEnd: true }, {}],
    ['autocorrelation', { methodWarnings: ['autocorrelation'] }, { methodWarnings: [] }],
  ])('%s shows where it should and stays silent elsewhere', (code, failing, fine) => {
    expect(choiceFor(people, failing).checks).toContain(code)
    expect(choiceFor(people, fine).checks).not.toContain(code)
  })

  it('lowers the level by one step for the gravest failed check', () => {
    expect(choiceFor(people, {}).evidence).toEqual({ step: 5, maryland: 5, nesta: 3, loweredBy: null })
    const lost = choiceFor(people, {
      attrition: { treated: 0.4, comparison: 0.1 },
      openedBeforeEnd: true,
    }).evidence
    expect(lost).toMatchObject({ step: 4, loweredBy: 'attrition' })
    expect(choiceFor(series, {}).evidence).toMatchObject({ step: 2, nesta: 2 })
    const before = choiceFor({ ...series, pointsBefore: 1, pointsAfter: 1 }, {}).evidence
    expect(before).toMatchObject({ step: 1, maryland: 1, nesta: 2 })
  })

  it('counts independent repeats on the second scale only', () => {
    expect(choiceFor(people, { municipalities: 3 }).evidence).toMatchObject({ maryland: 5, nesta: 4 })
    expect(choiceFor(people, { municipalities: 3, manualAndConsistent: true }).evidence.nesta).toBe(5)
    expect(choiceFor(series, { municipalities: 3 }).evidence.nesta).toBe(2)
  })

  it('chooses again when fewer came than planned or a value lies far out', () => {
    expect(choiceFor(people, { treatedUnits: 12, comparisonUnits: 40 }).method).toBe('permutation-with-shift')
    expect(choiceFor(people, { grossOutlier: true }).method).toBe('permutation-with-shift')
    expect(choiceFor({ ...people, outcome: 'yes-no' }, { smallestExpectedCount: 3 }).method).toBe(
      'fisher-exact',
    )
    expect(choiceFor(series, { pointsBefore: 7, pointsAfter: 2 }).method).toBe('run-chart-trial')
  })

  it('refuses plans that are no plans', () => {
    expect(chooseMethod({ ...people, treatedUnits: 0 }).ok).toBe(false)
    expect(chooseMethod({ ...people, treatedUnits: NaN }).ok).toBe(false)
    expect(chooseMethod({ ...people, alpha: 1 }).ok).toBe(false)
    expect(assessEvidence(people, { responseShare: 40 }).ok).toBe(false)
  })

  it('shows the precision beside the level', () => {
    expect(precisionOf({ low: 4, high: 8 }, 5)).toBe('high')
    expect(precisionOf({ low: 0, high: 9 }, 5)).toBe('moderate')
    expect(precisionOf({ low: -9, high: 9 }, 5)).toBe('low')
    expect(precisionOf({ low: -Infinity, high: 9 }, 5)).toBeNull()
  })
})
