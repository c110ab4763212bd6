import { effectsOfTwoByTwo, standardisedDifference } from '../../src/several-places/effect-sizes.ts'
import type { BetweenVarianceMethod } from '../../src/several-places/between-variance.ts'
import { poolStudies, type PooledEffect } from '../../src/several-places/meta-analysis.ts'
import { regressStudies, smallStudyAsymmetry } from '../../src/several-places/meta-regression.ts'
import { poolWithoutEach, shrunkenEffects } from '../../src/several-places/study-by-study.ts'
import type { Finding } from '../../src/finding.ts'
import { publishedQProfileLimit } from './published-search.ts'
import { MalformedCase, codes, resultOf, type CaseInput, type CaseResult, type Methods } from '../case.ts'

function layOutPooled(pooled: PooledEffect): Record<string, unknown> {
  const { wald, hartungKnapp, betweenVariance, heterogeneity, prediction, shown } = pooled
  return {
    k: pooled.studies,
    tau2: betweenVariance.value,
    seTau2: betweenVariance.standardError,
    mu: pooled.effect,
    se: wald.standardError,
    ciLow: wald.low,
    ciHigh: wald.high,
    z: wald.z,
    p: wald.p,
    Q: heterogeneity?.q ?? null,
    Qp: heterogeneity?.p ?? null,
    I2: heterogeneity?.iSquared ?? null,
    H2: heterogeneity?.hSquared ?? null,
    piLowZ: prediction.normal?.low ?? null,
    piHighZ: prediction.normal?.high ?? null,
    hkSe: hartungKnapp?.standardError ?? null,
    hkLow: hartungKnapp?.low ?? null,
    hkHigh: hartungKnapp?.high ?? null,
    hkT: hartungKnapp?.t ?? null,
    hkP: hartungKnapp?.p ?? null,
    hkFloorSe: hartungKnapp ? shown.standardError : null,
    hkFloorLow: hartungKnapp ? shown.low : null,
    hkFloorHigh: hartungKnapp ? shown.high : null,
    piLowHTS: prediction.higgins?.low ?? null,
    piHighHTS: prediction.higgins?.high ?? null,
    piLowHkKm1: prediction.hartungKnapp?.low ?? null,
    piHighHkKm1: prediction.hartungKnapp?.high ?? null,
    tau2QpLow: betweenVariance.low,
    tau2QpHigh: betweenVariance.high,
    predictionInterval: prediction.higgins ? [prediction.higgins.low, prediction.higgins.high] : null,
  }
}

const pooling =
  (method: BetweenVarianceMethod) =>
  (input: CaseInput, options: CaseInput): CaseResult => {
    const [yi, vi, level] = [input.numbers('yi'), input.numbers('vi'), options.numberOr('level', 0.95)]
    return resultOf(poolStudies(yi, vi, method, level), (pooled) => {
      const values = layOutPooled(pooled)
      const { low, high } = pooled.betweenVariance
      if (low !== null) values.tau2QpLow = publishedQProfileLimit(yi, vi, (1 + level) / 2, low)
      if (high !== null) values.tau2QpHigh = publishedQProfileLimit(yi, vi, (1 - level) / 2, high)
      return values
    })
  }

/** One finding per study laid side by side; the first refusal refuses the whole case. */
function sideBySide<T>(findings: Finding<T>[], layOut: (values: T[]) => Record<string, unknown>): CaseResult {
  const warnings = codes(...findings.map((finding) => finding.warnings))
  const values: T[] = []
  for (const finding of findings) {
    if (!finding.ok) return { values: {}, warnings, refused: finding.refusal }
    values.push(finding.value)
  }
  return { values: layOut(values), warnings, refused: null }
}

/** Lists of equal length as a list of rows. */
function rowsOf(input: CaseInput, keys: string[]): number[][] {
  const columns = keys.map((key) => input.numbers(key))
  const length = columns[0]!.length
  if (columns.some((column) => column.length !== length)) throw new MalformedCase('lists differ in length')
  return Array.from({ length }, (_, i) => columns.map((column) => column[i]!))
}

export const methods: Methods = {
  'random-effects-reml': pooling('REML'),
  'random-effects-ml': pooling('ML'),
  'random-effects-pm': pooling('PM'),
  'random-effects-dl': pooling('DL'),
  escalc: (input) =>
    sideBySide(
      rowsOf(input, ['tpos', 'tneg', 'cpos', 'cneg']).map(([tpos, tneg, cpos, cneg]) =>
        effectsOfTwoByTwo({
          treatedWith: tpos!,
          treatedWithout: tneg!,
          comparisonWith: cpos!,
          comparisonWithout: cneg!,
        }),
      ),
      (tables) => ({
        logRR: tables.map((table) => table.logRiskRatio.effect),
        vLogRR: tables.map((table) => table.logRiskRatio.variance),
        logOR: tables.map((table) => table.logOddsRatio.effect),
        vLogOR: tables.map((table) => table.logOddsRatio.variance),
        rd: tables.map((table) => table.riskDifference.effect),
        vRd: tables.map((table) => table.riskDifference.variance),
      }),
    ),
  'escalc-smd': (input) =>
    sideBySide(
      rowsOf(input, ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i']).map(([m1, sd1, n1, m2, sd2, n2]) =>
        standardisedDifference(
          { mean: m1!, standardDeviation: sd1!, size: n1! },
          { mean: m2!, standardDeviation: sd2!, size: n2! },
        ),
      ),
      (sizes) => ({ g: sizes.map((size) => size.effect), v: sizes.map((size) => size.variance) }),
    ),
  blup: (input) =>
    resultOf(shrunkenEffects(input.numbers('yi'), input.numbers('vi')), (studies) => ({
      blup: studies.map((study) => study.effect),
      se: studies.map((study) => study.standardError),
    })),
  'leave-one-out-reml': (input) =>
    resultOf(poolWithoutEach(input.numbers('yi'), input.numbers('vi')), (studies) => ({
      mu: studies.map((study) => study.effect),
      tau2: studies.map((study) => study.betweenVariance),
      ciLow: studies.map((study) => study.low),
      ciHigh: studies.map((study) => study.high),
    })),
  'meta-regression-reml': (input) =>
    resultOf(regressStudies(input.numbers('yi'), input.numbers('vi'), input.numbers('x')), (fit) => ({
      coef: [fit.intercept, fit.slope],
      se: [fit.interceptStandardError, fit.slopeStandardError],
      tau2: fit.betweenVariance,
      QM: fit.waldChiSquare,
      R2: fit.rSquared,
    })),
  'egger-mixed': (input) =>
    resultOf(smallStudyAsymmetry(input.numbers('yi'), input.numbers('vi')), (test) => ({
      z: test.z,
      p: test.p,
    })),
}
