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
}
