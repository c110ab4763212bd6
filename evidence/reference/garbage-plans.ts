import fc from 'fast-check'
import { warningCodes } from '../src/finding.ts'
import { flag, shareNumber, wildList, wildNumber, wildValue, zeroOneMatrix } from './garbage.ts'

type Arguments = fc.Arbitrary<readonly unknown[]>

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const alpha = fc.oneof(fc.constantFrom(0.05, 0.01), fc.constant(undefined), wildNumber)
const power = fc.oneof(fc.constantFrom(0.8, 0.9), shareNumber)
const range = { estimate: wildNumber, low: wildNumber, high: wildNumber }
const means = fc.record(
  { effect: wildNumber, alpha, alternative: fc.constantFrom('two-sided', 'greater', 'less') },
  { requiredKeys: ['effect'] },
)
const seed = fc.record(
  { runs: fc.constantFrom(1, 20, 50, NaN, -1, 1e15), seed: wildNumber },
  { requiredKeys: ['runs'] },
)
const clusters = { clustersPerArm: wildNumber, clusterSize: wildNumber, icc: shareNumber, effect: wildNumber }
const groups = { size1: wildNumber, size2: wildNumber, shift: wildNumber }

const shape = fc.oneof(
  fc.record({
    kind: fc.constantFrom('pocock', 'obrien-fleming', 'haybittle-peto', 'spend-like-obrien-fleming'),
  }),
  fc.record({ kind: fc.constant('wang-tsiatis'), delta: shareNumber }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('spend-power'), gamma: wildNumber }, { requiredKeys: ['kind'] }),
  fc.constant({ kind: 'spend-like-pocock' }),
)
const rates = fc.oneof(
  wildList,
  fc.integer({ min: 1, max: 5 }).map((looks) => Array.from({ length: looks }, (_, i) => (i + 1) / looks)),
)

const plan = fc.record(
  {
    outcome: fc.constantFrom('yes-no', 'scale', 'continuous', 'count', 'time-to-event'),
    drawnByLot: flag,
    startOrderByLot: flag,
    treatedUnits: wildNumber,
    comparisonUnits: wildNumber,
    blocks: fc.array(fc.record({ treated: wildNumber, comparison: wildNumber }), { maxLength: 3 }),
    peoplePerUnit: wildNumber,
    intraclassCorrelation: shareNumber,
    pointsBefore: wildNumber,
    pointsAfter: wildNumber,
    seasonLength: wildNumber,
    startTimes: wildNumber,
    slopeDeclared: flag,
    plannedLooks: wildNumber,
    primaryOutcomes: wildNumber,
    groups: wildNumber,
    guardrails: wildNumber,
    alpha: wildNumber,
    standardDeviation: wildNumber,
    baselineShare: shareNumber,
    chosenForExtremeReading: flag,
    neighboursAsComparison: flag,
    neighboursAlike: flag,
    otherMeasures: flag,
    transitionLeftOut: flag,
  },
  {
    requiredKeys: ['outcome', 'drawnByLot', 'treatedUnits', 'comparisonUnits', 'pointsBefore', 'pointsAfter'],
  },
)
const data = fc.record(
  {
    treatedUnits: wildNumber,
    comparisonUnits: wildNumber,
    pointsBefore: wildNumber,
    pointsAfter: wildNumber,
    smallestExpectedCount: wildNumber,
    grossOutlier: flag,
    attrition: fc.record({ treated: shareNumber, comparison: shareNumber }),
    responseShare: shareNumber,
    shareAtEnd: shareNumber,
    definitionChanged: flag,
    openedBeforeEnd: flag,
    methodWarnings: fc.array(fc.constantFrom(...warningCodes), { maxLength: 3 }),
    municipalities: wildNumber,
    manualAndConsistent: flag,
  },
  { requiredKeys: [] },
)

const wedge = { design: zeroOneMatrix, answersPerCell: wildNumber, effect: wildNumber, answerSd: wildNumber }

export const planning: Record<string, Arguments> = {
  adjustPValues: fc.tuple(fc.array(fc.oneof(shareNumber, wildValue), { maxLength: 10 })),
  proposeDecision: fc.tuple(
    fc.record(
      {
        ...range,
        smallestWorthwhile: wildNumber,
        wanted: fc.constantFrom('increase', 'decrease'),
        guardrails: fc.array(
          fc.record({ ...range, harmLimit: wildNumber, harmIs: fc.constantFrom('increase', 'decrease') }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['estimate', 'low', 'high', 'smallestWorthwhile'] },
    ),
  ),
  valueOfInformation: fc.tuple(
    fc.record({ mean: wildNumber, sd: wildNumber, population: wildNumber }),
    maybe(fc.record({ sampleSd: wildNumber, observations: wildNumber, cost: wildNumber })),
  ),
  chooseMethod: fc.tuple(plan),
  assessEvidence: fc.tuple(plan, data),
  precisionOf: fc.tuple(fc.record({ low: wildNumber, high: wildNumber }), wildNumber),
  powerOfClusterTrial: fc.tuple(
    fc.record(
      { ...clusters, alpha: wildNumber, sizeVariation: wildNumber },
      { requiredKeys: ['clustersPerArm', 'clusterSize', 'icc', 'effect'] },
    ),
  ),
  powerOfFisherExact: fc.tuple(wildNumber, shareNumber, shareNumber, alpha),
  powerOfSteppedWedge: fc.tuple(
    fc.record(
      {
        design: zeroOneMatrix,
        answersPerCell: wildNumber,
        effect: wildNumber,
        answerVariance: wildNumber,
        clusterVariance: wildNumber,
        alpha: wildNumber,
      },
      { requiredKeys: ['design', 'answersPerCell', 'effect', 'answerVariance', 'clusterVariance'] },
    ),
  ),
  powerOfTwoMeans: fc.tuple(means, wildNumber),
  sizeForTwoMeans: fc.tuple(means, power),
  sizeForPairs: fc.tuple(means, power),
  smallestEffectOfTwoMeans: fc.tuple(wildNumber, wildNumber, power, alpha),
  sizeForTwoShares: fc.tuple(shareNumber, shareNumber, power, alpha),
  sizeForTwoSharesByNormal: fc.tuple(shareNumber, shareNumber, power, alpha),
  simulatePowerOfRankTest: fc.tuple(
    fc.record({ ...groups, alpha: wildNumber }, { requiredKeys: ['size1', 'size2', 'shift'] }),
    seed,
  ),
  simulatePowerOfClusterTrial: fc.tuple(fc.record(clusters), seed),
  simulatePowerOfSteppedWedge: fc.tuple(fc.record(wedge), seed),
  simulatePower: fc.tuple(
    fc.oneof(
      fc.record({ kind: fc.constant('stepped-wedge'), ...wedge, alpha: wildNumber }),
      fc.record({ kind: fc.constant('two-groups'), ...groups, alpha: wildNumber }),
      fc.record({ kind: fc.constant('clusters'), ...clusters, alpha: wildNumber }),
    ),
    seed,
  ),
  boundariesOfLooks: fc.tuple(
    fc.record(
      { shape, informationRates: rates, alpha, sided: fc.constantFrom(1, 2) },
      { requiredKeys: ['shape', 'informationRates'] },
    ),
  ),
  falseAlarmsOfPeeking: fc.tuple(
    fc.oneof(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }), wildList),
  ),
  normalMixtureBoundary: fc.tuple(
    wildNumber,
    shareNumber,
    fc.oneof(
      fc.record({ bestAt: wildNumber, alpha: wildNumber }, { requiredKeys: ['bestAt'] }),
      fc.record({ rho: wildNumber }),
    ),
  ),
  shareSequence: fc.tuple(wildNumber, wildNumber, shareNumber, wildNumber),
  gammaExponentialBoundary: fc.tuple(wildNumber, shareNumber, wildNumber, wildNumber),
  stitchedBoundary: fc.tuple(wildNumber, shareNumber, wildNumber, wildNumber),
}
