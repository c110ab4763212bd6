import { predictorControl } from '../../src/several-places/predictor-control.ts'
import { syntheticControl } from '../../src/several-places/synthetic-control.ts'
import { MalformedCase, resultOf, type CaseInput, type Methods } from '../case.ts'
import { wideUnits } from '../wide-units.ts'
import type { UnitSeries } from '../../src/several-places/wide-panel.ts'

/** The panel of a case, the name of the treated unit and the number of periods before the start. */
function panelOf(input: CaseInput): [UnitSeries[], string, number] {
  if (!input.has('matrix')) return [wideUnits(input.table()), input.text('treated'), input.number('preYears')]
  const rows = input.matrix('matrix')
  const width = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== width))
    throw new MalformedCase('every row of the matrix has to be as long')
  const units = Array.from({ length: width }, (_, j) => ({
    name: String(j + 1),
    values: rows.map((row) => row[j]!),
  }))
  return [units, String(input.number('treatedColumn')), input.number('pre')]
}

export const methods: Methods = {
  'synthetic-control-simplex': (input) => {
    const [units, treated, pre] = panelOf(input)
    return resultOf(syntheticControl(units, treated, pre), (value) => ({
      weights: Object.fromEntries(value.weights.map(({ name, weight }) => [name, weight])),
      gap: value.gap,
      gapPost: value.gap.slice(pre),
      preRmspe: value.preRmspe,
      'preRmspe.1': value.preRmspe,
      postRmspe: value.postRmspe,
      att: value.effect,
      ratio: value.ratio,
      placeboRank: value.placebo?.rank ?? null,
      placeboP: value.placebo?.p ?? null,
      units: value.placebo?.units.length ?? null,
      ratios: Object.fromEntries((value.placebo?.units ?? []).map(({ name, ratio }) => [name, ratio])),
      ...(value.weightsUnique ? {} : { weightsUnique: false }),
    }))
  },
  'synthetic-control-nested-V': (input) => {
    const names = input.texts('controlRegionNo')
    const predictors = input.matrix('X0')
    const outcomes = input.matrix('Z0')
    const donors = names.map((name, j) => ({
      name: name ?? '',
      predictors: predictors.map((row) => row[j] ?? NaN),
      outcomes: outcomes.map((row) => row[j] ?? NaN),
    }))
    const treated = { name: 'treated', predictors: input.numbers('X1'), outcomes: input.numbers('Z1') }
    return resultOf(predictorControl(treated, donors), ({ loss, weights }) => ({
      lossV: loss,
      weightsAbove001: Object.fromEntries(
        weights
          .filter(({ weight }) => weight > 0.001)
          .map(({ name, weight }) => [name, Math.round(weight * 1000) / 1000]),
      ),
    }))
  },
}
