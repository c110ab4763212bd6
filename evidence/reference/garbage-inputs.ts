import fc from 'fast-check'
import { fromRows } from '../src/numbers/matrix.ts'
import {
  countList,
  flag,
  gappyLabel,
  gappyList,
  label,
  level,
  shareNumber,
  sideBySide,
  twoByTwo,
  wildList,
  wildMatrix,
  wildNumber,
  wildValue,
  zeroOneMatrix,
} from './garbage.ts'

type Arguments = fc.Arbitrary<readonly unknown[]>

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const position = fc.oneof(fc.integer({ min: 0, max: 30 }), wildNumber)
const positions = fc.array(position, { maxLength: 3 })
const columns = fc.array(
  wildList.map((values) => ({ name: 'column', values })),
  { maxLength: 3 },
)
const alpha = fc.oneof(fc.constantFrom(0.05, 0.01), fc.constant(undefined), wildNumber)

const series = sideBySide(wildNumber, wildNumber)
const regressionRows = fc.oneof(
  fc.tuple(columns, wildList),
  sideBySide(fc.tuple(wildNumber, wildNumber), wildNumber).map(
    ([rows, y]) =>
      [
        [
          { name: 'first', values: rows.map((row) => row[0]) },
          { name: 'second', values: rows.map((row) => row[1]) },
          { name: 'twice', values: rows.map((row) => 2 * row[0]) },
        ],
        y,
      ] as const,
  ),
)

const chartOptions = fc.record(
  {
    freezeAfter: maybe(position),
    splitAfter: positions,
    centre: maybe(wildNumber),
    exclude: positions,
  },
  { requiredKeys: [] },
)
const chartKind = fc.constantFrom(
  'run',
  'individuals',
  'share',
  'share-prime',
  'count',
  'rate',
  'time-between',
  'cases-between',
)

/** Points with denominators that are mostly at least as large. */
const counted = sideBySide(
  fc.oneof(fc.nat(20), wildValue),
  fc.oneof(fc.integer({ min: 20, max: 90 }), wildValue),
)

export const beforeAndAfter: Record<string, Arguments> = {
  describeSeries: fc.tuple(gappyList),
  linearRegression: fc
    .tuple(regressionRows, maybe(fc.record({ intercept: flag })))
    .map(([[x, y], options]) => [x, y, options]),
  polynomialRegression: fc.tuple(series, position).map(([[x, y], degree]) => [x, y, degree]),
  anhoejLimits: fc.tuple(wildNumber),
  runChart: fc.tuple(gappyList, chartOptions),
  controlChart: fc
    .tuple(chartKind, counted, chartOptions)
    .map(([kind, [values, denominators], options]) => [kind, values, { ...options, denominators }]),
  xmrChart: fc.tuple(
    gappyList,
    fc.record(
      {
        rebaseAt: positions,
        screenOutliers: flag,
        fixAfter: maybe(position),
        improvementDirection: fc.constantFrom(-1, 0, 1),
      },
      { requiredKeys: [] },
    ),
  ),
  expectedRegressionToMean: fc.tuple(
    fc.record({
      mean: wildNumber,
      standardDeviation: wildNumber,
      reliability: shareNumber,
      selectedAbove: wildNumber,
    }),
  ),
  interruptedSeries: fc.tuple(
    gappyList,
    position,
    fc.record(
      { slopeChange: flag, lag: maybe(position), extra: columns, season: maybe(wildNumber) },
      { requiredKeys: [] },
    ),
  ),
  autoregressiveSeries: fc.tuple(gappyList, position, fc.record({ slopeChange: flag }, { requiredKeys: [] })),
  interruptedCounts: fc
    .tuple(
      counted,
      position,
      fc.record(
        {
          spread: fc.constantFrom('poisson', 'quasi'),
          slopeChange: flag,
          season: fc.record({ cycle: fc.oneof(fc.constant(12), wildNumber), pairs: position }),
        },
        { requiredKeys: [] },
      ),
      flag,
    )
    .map(([[counts, exposure], start, options, exposed]) => [
      counts,
      start,
      exposed ? { ...options, exposure } : options,
    ]),
}

const cluster = fc.oneof(fc.constant(null), fc.constantFrom<string | number>(1, 2, 3, 'x'))
const changeRows = fc.tuple(
  fc.array(
    fc.record(
      { y: wildValue, treated: flag, after: flag, cluster: fc.oneof(fc.constant(undefined), cluster) },
      { requiredKeys: ['y', 'treated', 'after'] },
    ),
    { maxLength: 30 },
  ),
)
const panelRows = fc.array(
  fc.record({
    unit: fc.constantFrom<string | number>(1, 2, 3, 4, 'x'),
    period: fc.oneof(fc.integer({ min: 1, max: 6 }), wildNumber),
    y: wildValue,
    firstTreated: fc.constantFrom(null, null, 3, 4, 1),
  }),
  { maxLength: 12 },
)

/** Panels without contradictions: every unit has its own start and each period once. */
const orderlyPanel = fc
  .array(
    fc.record({
      firstTreated: fc.constantFrom(null, null, 3, 5),
      outcomes: fc.array(wildValue, { maxLength: 7 }),
    }),
    { maxLength: 6 },
  )
  .map((units) =>
    units.flatMap(({ firstTreated, outcomes }, unit) =>
      outcomes.map((y, period) => ({ unit, period: period + 1, y, firstTreated })),
    ),
  )
const anyPanel = fc.oneof(panelRows, orderlyPanel)
const widePanel = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 }), flag)
  .chain(([units, periods, tame]) => {
    const value = tame ? fc.integer({ min: 0, max: 4 }) : wildValue
    return fc.array(fc.array(value, { minLength: periods, maxLength: periods }), {
      minLength: units,
      maxLength: units,
    })
  })
  .map((list) => list.map((values, i) => ({ name: 'abcdef'[i]!, values })))
const place = (
  width: number,
  periods: number,
): fc.Arbitrary<{ name: string; predictors: number[]; outcomes: number[] }> =>
  fc.record({
    name: label,
    predictors: fc.array(wildNumber, { minLength: width, maxLength: width }),
    outcomes: fc.array(wildNumber, { minLength: periods, maxLength: periods }),
  })

const studies = sideBySide(wildValue, fc.oneof(fc.double({ min: 0.01, max: 2, noNaN: true }), wildValue))
const groupSummary = fc.record({ mean: wildNumber, standardDeviation: wildNumber, size: wildNumber })

export const severalPlaces: Record<string, Arguments> = {
  differenceInDifferences: changeRows,
  exactChangeTest: changeRows,
  changeRegression: fc.tuple(
    fc.array(
      fc.record({
        before: wildValue,
        after: wildValue,
        treated: flag,
        controls: fc.tuple(wildValue, wildValue),
      }),
      { maxLength: 20 },
    ),
  ),
  placeboChanges: fc.tuple(widePanel, label, position),
  eventStudy: fc.tuple(anyPanel),
  groupTimeEffects: fc.tuple(anyPanel),
  parallelTrends: fc.tuple(anyPanel, maybe(wildNumber)),
  syntheticControl: fc.tuple(widePanel, label, position),
  predictorControl: fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }))
    .chain(([width, periods]) =>
      fc.tuple(place(width, periods), fc.array(place(width, periods), { maxLength: 4 })),
    ),
  effectsOfTwoByTwo: fc.tuple(
    fc.record({
      treatedWith: wildNumber,
      treatedWithout: wildNumber,
      comparisonWith: wildNumber,
      comparisonWithout: wildNumber,
    }),
  ),
  standardisedDifference: fc.tuple(groupSummary, groupSummary),
  poolStudies: fc
    .tuple(studies, fc.constantFrom('REML', 'ML', 'PM', 'DL'), level)
    .map(([[effects, variances], method, own]) => [effects, variances, method, own]),
  regressStudies: fc
    .tuple(studies, gappyList)
    .map(([[effects, variances], moderator]) => [
      effects,
      variances,
      effects.map((effect, i) => moderator[i] ?? effect),
    ]),
  smallStudyAsymmetry: studies,
  shrunkenEffects: studies,
  poolWithoutEach: studies,
  smallAreaEstimates: fc
    .tuple(sideBySide(wildNumber, wildNumber), fc.constantFrom('REML', 'ML', 'FH'), wildList)
    .map(([[direct, variances], method, column]) => [
      direct,
      variances,
      fromRows(direct.map((_, i) => [1, column[i] ?? i])),
      method,
    ]),
  intraclassCorrelation: sideBySide(wildValue, label),
  shrinkClusterMeans: sideBySide(wildValue, label),
  steppedWedgeTest: fc.tuple(fc.oneof(wildMatrix, zeroOneMatrix), zeroOneMatrix, alpha),
  clusterTest: fc.tuple(
    fc.array(fc.record({ after: wildValue, before: maybe(wildValue), treated: flag, block: maybe(label) }), {
      maxLength: 12,
    }),
    alpha,
  ),
}

const clusterLabels = fc.array(gappyLabel, { maxLength: 5 })
const gathering = { inTimeOrder: flag, clusters: fc.tuple(clusterLabels, clusterLabels) }
const gathered = maybe(fc.record(gathering, { requiredKeys: [] }))

/** Two lists with the cluster of each value, mostly as many labels as values. */
const clusteredPair = fc
  .tuple(sideBySide(wildValue, gappyLabel), sideBySide(wildValue, gappyLabel))
  .map(([[first, own], [second, other]]) => [first, second, { clusters: [own, other] }] as const)

export const twoGroups: Record<string, Arguments> = {
  blockedTest: fc.tuple(
    fc.array(fc.record({ value: wildValue, treated: flag, block: label }), { maxLength: 14 }),
    alpha,
  ),
  compareSharesByBelief: fc.tuple(
    fc.record({ events: wildNumber, size: wildNumber }),
    fc.record({ events: wildNumber, size: wildNumber }),
    shareNumber,
    maybe(fc.tuple(wildNumber, wildNumber)),
  ),
  compareTwoGroups: fc.oneof(
    fc.tuple(
      gappyList,
      gappyList,
      fc.record({ alpha: maybe(wildNumber), level, ...gathering }, { requiredKeys: [] }),
    ),
    clusteredPair,
  ),
  smallestSplitP: fc.tuple(wildNumber, wildNumber),
  equivalenceOfMeans: fc.tuple(gappyList, gappyList, wildNumber),
  fisherExact: fc.tuple(twoByTwo, level),
  compareSeveralGroups: sideBySide(wildValue, label),
  commonOddsRatio: fc.tuple(fc.array(twoByTwo, { maxLength: 5 }), level),
  changeInPairs: fc.tuple(twoByTwo),
  pairedChange: fc.tuple(gappyList, fc.record({ alpha: maybe(wildNumber), level }, { requiredKeys: [] })),
  permutationInterval: fc.tuple(gappyList, gappyList, alpha, gathered),
  shiftBetweenGroups: fc.tuple(gappyList, gappyList, level, gathered),
  shareDifference: fc.tuple(wildNumber, wildNumber, wildNumber, wildNumber, level),
  shareInterval: fc.tuple(wildNumber, wildNumber, level),
  shareTrend: sideBySide(
    fc.oneof(fc.nat(9), wildNumber),
    fc.oneof(fc.integer({ min: 9, max: 30 }), wildNumber),
  ),
  updateBelief: fc.tuple(
    fc.record({ mean: wildNumber, sd: wildNumber }),
    fc.record({ mean: wildNumber, sd: wildNumber }),
    fc.tuple(wildNumber, wildNumber),
  ),
  survival: fc
    .tuple(sideBySide(wildNumber, fc.tuple(flag, gappyLabel)), flag, level)
    .map(([[times, rows], grouped, own]) => [
      times,
      rows.map((row) => row[0]),
      grouped ? rows.map((row) => row[1]) : null,
      own,
    ]),
}

const margins = fc.array(
  fc.record({
    name: label,
    labels: fc.array(gappyLabel, { minLength: 6, maxLength: 6 }),
    targets: fc.dictionary(label, wildNumber, { maxKeys: 4 }),
  }),
  { maxLength: 3 },
)
const surveyDesign = fc.record(
  {
    weights: wildList,
    strata: fc.array(gappyLabel, { maxLength: 8 }),
    clusters: fc.array(gappyLabel, { maxLength: 8 }),
    populationUnits: wildList,
    inTimeOrder: flag,
  },
  { requiredKeys: [] },
)
const threshold = fc.oneof(fc.constant(5), wildNumber)
const tableOfCounts = fc.oneof(
  wildMatrix,
  fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
)

export const surveys: Record<string, Arguments> = {
  attributeDisclosure: fc.tuple(countList, threshold),
  differencing: fc.tuple(wildNumber, wildNumber, threshold),
  suppressTable: fc.tuple(tableOfCounts, threshold, maybe(flag)),
  suppressLine: fc.tuple(countList, threshold, maybe(flag)),
  protectTable: fc.tuple(tableOfCounts, maybe(threshold), maybe(wildNumber)),
  ordinalAgreement: fc.tuple(countList),
  ordinalLogit: fc
    .tuple(sideBySide(gappyLabel, fc.tuple(gappyLabel, wildNumber)), flag)
    .map(([[outcome, rows], weighted]) => [
      outcome,
      [{ name: 'kind', labels: rows.map((row) => row[0]) }],
      weighted ? rows.map((row) => row[1]) : undefined,
    ]),
  rake: fc.tuple(margins, maybe(fc.array(wildNumber, { minLength: 6, maxLength: 6 }))),
  trimWeights: fc.tuple(wildList, maybe(wildNumber)),
  scaleReliability: fc.tuple(wildMatrix),
  placeAgainst: fc.tuple(
    countList,
    fc.record({ mean: wildNumber, answersOutsideGroup: wildNumber }),
    maybe(wildNumber),
  ),
  publicationTier: fc.tuple(wildNumber),
  publishableDistribution: fc.tuple(countList),
  surveyMean: fc.tuple(wildList, maybe(surveyDesign), level),
  surveyTotal: fc.tuple(wildList, maybe(surveyDesign), level),
  surveyRatio: fc.tuple(wildList, wildList, maybe(surveyDesign), level),
}
