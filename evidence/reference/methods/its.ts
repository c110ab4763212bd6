import { autoregressiveSeries } from '../../src/before-and-after/autoregressive-series.ts'
import {
  interruptedCounts,
  type InterruptedCountsOptions,
} from '../../src/before-and-after/interrupted-counts.ts'
import { interruptedSeries, type SegmentedTerm } from '../../src/before-and-after/interrupted-series.ts'
import { type RegressionTerm } from '../../src/numbers/regression.ts'
import { MalformedCase, resultOf, type CaseInput, type CaseResult, type Methods } from '../case.ts'

/** Map term → number of the terms that have it. */
function byName<Term extends RegressionTerm>(
  terms: readonly Term[],
  pick: (term: Term) => number | null,
): Record<string, number> {
  const map: Record<string, number> = {}
  for (const term of terms) {
    const value = pick(term)
    if (value !== null) map[term.name] = value
  }
  return map
}

function seriesCase(input: CaseInput, options: CaseInput): CaseResult {
  const extra = input.has('extra')
    ? Object.keys(input.map('extra')).map((name) => ({ name, values: inner(input, 'extra', name) }))
    : []
  const slopeChange = options.flag('slopeChange', true)
  const finding = interruptedSeries(input.numbers('y'), input.number('t0'), {
    slopeChange,
    lag: options.numberOr('lag', null),
    extra,
  })
  return resultOf(finding, (value) => {
    const errors = (pick: (term: SegmentedTerm) => number | null): Record<string, number> =>
      byName(value.terms, pick)
    const { checks } = value
    const step = value.terms.find((term) => term.name === 'step')
    const slope = value.terms.find((term) => term.name === 'slope')
    return {
      coef: errors((term) => term.estimate),
      seOls: errors((term) => term.ordinary),
      sigma: value.residualDeviation,
      r2: value.rSquared,
      neweyWestLag: value.lag,
      seNeweyWest: errors((term) => term.neweyWest),
      seNeweyWestAdjusted: errors((term) => term.neweyWestAdjusted),
      seHC1: errors((term) => term.hc1),
      seHC3: errors((term) => term.hc3),
      durbinWatson: checks.durbinWatson,
      breuschGodfrey1: checks.breuschGodfrey,
      breuschGodfrey1P: checks.breuschGodfreyP,
      ljungBox4: checks.ljungBox,
      acf1: checks.autocorrelation,
      step: step?.estimate ?? null,
      stepSe: step?.ordinary ?? null,
      ...(value.testDefined ? {} : { testDefined: false }),
      ...(slopeChange && slope?.estimate === null ? { slopeIdentifiable: false } : {}),
    }
  })
}

function inner(input: CaseInput, key: string, name: string): number[] {
  const column = input.map(key)[name]
  if (!Array.isArray(column)) throw new MalformedCase(`${key}.${name} has to be a list of numbers`)
  return column.map((cell) => (typeof cell === 'number' ? cell : NaN))
}

function countCase(input: CaseInput, options: Omit<InterruptedCountsOptions, 'exposure'>): CaseResult {
  const table = input.table()
  const step = table.numbers('smokban')
  const first = step.indexOf(1)
  if (first < 0 || step.some((value, i) => value !== (i < first ? 0 : 1)))
    throw new MalformedCase('smokban has to be 0 up to a point and 1 from then on')
  if (table.numbers('time').some((value, i) => value !== i + 1))
    throw new MalformedCase('time has to run from 1 to n')
  const finding = interruptedCounts(table.numbers('aces'), first + 1, {
    ...options,
    exposure: table.numbers('stdpop'),
  })
  return resultOf(finding, (value) => {
    const terms = value.terms.map((term) => ({ ...term, name: nameInFile(term.name, first) }))
    return {
      coef: byName(terms, (term) => term.estimate),
      se: byName(terms, (term) => term.standardError),
      dispersion: value.dispersion,
      deviance: value.deviance,
      dfResidual: value.degreesOfFreedom,
      rrBan: value.rateRatio.estimate,
      rrBanLow: value.rateRatio.low,
      rrBanHigh: value.rateRatio.high,
      fSlope: value.slopeTest?.f ?? null,
      pSlope: value.slopeTest?.p ?? null,
    }
  })
}

function nameInFile(name: string, lastBefore: number): string {
  if (name === 'step') return 'smokban'
  return name === 'slope' ? `T${lastBefore}` : name
}

/** Number of pairs in a text such as "sin/cos(2*pi*k*month/12), k=1,2". */
function pairsIn(text: string): number {
  const list = /k\s*=\s*([\d,\s]+)/.exec(text)
  if (list === null) throw new MalformedCase('harmonics has to end in "k=1,2"')
  return list[1]!.split(',').filter((part) => part.trim() !== '').length
}

export const methods: Methods = {
  'segmented-ols-newey-west': seriesCase,
  'prais-winsten-iterated': (input, options) => {
    const finding = autoregressiveSeries(input.numbers('y'), input.number('t0'), {
      slopeChange: options.flag('slopeChange', true),
    })
    return resultOf(finding, ({ rho, terms, likelihood }) => ({
      rho,
      coef: byName(terms, (term) => term.estimate),
      se: byName(terms, (term) => term.standardError),
      arma1Ml: {
        phi: likelihood.phi,
        coef: likelihood.terms.map((term) => term.estimate),
        se: byName(likelihood.terms, (term) => term.standardError),
        logLik: likelihood.logLikelihood,
      },
    }))
  },
  'segmented-poisson': (input) => countCase(input, { spread: 'poisson' }),
  'segmented-quasipoisson': (input) => countCase(input, { spread: 'quasi' }),
  'segmented-quasipoisson-harmonic': (input, options) => {
    const stated = options.has('harmonics')
    const pairs = stated ? pairsIn(options.text('harmonics')) : 2
    const firstPosition = input.table().numbers('month')[0] ?? 1
    return countCase(input, {
      spread: 'quasi',
      season: { cycle: 12, pairs, firstPosition },
      slopeChange: options.flag('slopeChange', !stated),
    })
  },
}
