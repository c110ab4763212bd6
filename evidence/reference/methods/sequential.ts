import {
  type Tuning,
  logNormalMixture,
  normalMixtureBoundary,
  shareSequence,
} from '../../src/planning/confidence-sequence.ts'
import { type BoundaryShape, boundariesOfLooks } from '../../src/planning/group-sequential.ts'
import { falseAlarmsOfPeeking } from '../../src/planning/peeking.ts'
import { gammaExponentialBoundary, stitchedBoundary } from '../../src/planning/skewed-confidence-sequence.ts'
import {
  MalformedCase,
  resultOf,
  type CaseInput,
  type CaseOptions,
  type CaseResult,
  type Methods,
} from '../case.ts'

function groupSequential(input: CaseInput, shape: BoundaryShape): CaseResult {
  const sided = input.numberOr('sided', 2)
  if (sided !== 1 && sided !== 2) throw new MalformedCase('sided has to be 1 or 2')
  const informationRates = input.has('informationRates')
    ? input.numbers('informationRates')
    : Array.from({ length: input.number('looks') }, (_, k) => (k + 1) / input.number('looks'))
  if (input.has('looks') && informationRates.length !== input.number('looks'))
    throw new MalformedCase('looks has to be the number of informationRates')
  return resultOf(
    boundariesOfLooks({ shape, informationRates, alpha: input.numberOr('alpha', 0.05), sided }),
    ({ criticalZ, stageLevels, alphaSpent }) => ({ criticalZ, stageLevels, alphaSpent }),
  )
}

/** Two decimals of a level as they stand in a key: 0.05 gives "05". */
function decimals(alpha: number): string {
  return alpha.toFixed(2).slice(2)
}

function normalMixture(input: CaseInput): CaseResult {
  const times = input.numbers('v')
  const alphas = input.numbers('alpha')
  const tuning: Tuning = input.has('rho')
    ? { rho: input.number('rho') }
    : { bestAt: input.number('vOpt'), alpha: input.numberOr('alphaOpt', 0.05) }
  const values: Record<string, unknown> = {}
  for (const alpha of alphas) {
    const boundaries: number[] = []
    for (const time of times) {
      const finding = normalMixtureBoundary(time, alpha, tuning)
      if (!finding.ok) return resultOf(finding, () => ({}))
      const { rho, boundary } = finding.value
      boundaries.push(boundary)
      values.bestRho = rho
      values.logMixtureAt10 ??= logNormalMixture(10, time, rho)
    }
    values[Array.isArray(input.raw.alpha) ? `boundary${decimals(alpha)}` : 'boundary'] = Array.isArray(
      input.raw.v,
    )
      ? boundaries
      : boundaries[0]
  }
  return { values, warnings: [], refused: null }
}

/** Methods of the family "sequential". */
export const methods: Methods = {
  'group-sequential-P': (input) => groupSequential(input, { kind: 'pocock' }),
  'group-sequential-OF': (input) => groupSequential(input, { kind: 'obrien-fleming' }),
  'group-sequential-HP': (input) => groupSequential(input, { kind: 'haybittle-peto' }),
  'group-sequential-WT': (input, options: CaseOptions) =>
    groupSequential(input, { kind: 'wang-tsiatis', delta: options.numberOr('delta', 0.25) }),
  'group-sequential-asOF': (input) => groupSequential(input, { kind: 'spend-like-obrien-fleming' }),
  'group-sequential-asP': (input) => groupSequential(input, { kind: 'spend-like-pocock' }),
  'group-sequential-asKD': (input, options: CaseOptions) =>
    groupSequential(input, { kind: 'spend-power', gamma: options.numberOr('gamma', 2) }),

  'peeking-type1': (input) => resultOf(falseAlarmsOfPeeking(input.numbers('looks')), (typeI) => ({ typeI })),

  'confidence-sequence-normal-mixture': normalMixture,

  'confidence-sequence-bernoulli': (input) =>
    resultOf(
      shareSequence(
        input.number('successes'),
        input.number('trials'),
        input.numberOr('alpha', 0.05),
        input.number('tOpt'),
      ),
      ({ low, high }) => ({ low, high }),
    ),

  'confidence-sequence-gamma-exponential': (input) =>
    resultOf(
      gammaExponentialBoundary(
        input.number('v'),
        input.numberOr('alpha', 0.05),
        input.number('vOpt'),
        input.number('c'),
      ),
      (boundary) => ({ boundary }),
    ),

  'confidence-sequence-polystitch': (input) =>
    resultOf(
      stitchedBoundary(
        input.number('v'),
        input.numberOr('alpha', 0.05),
        input.number('vMin'),
        input.number('c'),
      ),
      (boundary) => ({ boundary }),
    ),
}
