import { fromColumns, type Matrix } from '../../src/numbers/matrix.ts'
import { smallAreaEstimates, type AreaVarianceMethod } from '../../src/several-places/small-area.ts'
import { resultOf, type CaseInput, type CaseResult, type Methods } from '../case.ts'

interface AreaData {
  direct: number[]
  samplingVariances: number[]
  design: Matrix
}

/** Design by position in a data file: y, covariates, sampling variance; no intercept is added. */
function fromFile(input: CaseInput): AreaData {
  const table = input.table()
  const last = table.header.length - 1
  const covariates = Array.from({ length: last - 1 }, (_, j) => table.numbers(j + 1))
  return {
    direct: table.numbers(0),
    samplingVariances: table.numbers(last),
    design: fromColumns(covariates),
  }
}

/** Intercept, and a dummy for every level after the first in ascending order when there is a factor. */
function fromLists(input: CaseInput): AreaData {
  const direct = input.numbers('y')
  const columns = [direct.map(() => 1)]
  if (input.has('majorArea')) {
    const areas = input.numbers('majorArea')
    const levels = [...new Set(areas.filter((area) => !Number.isNaN(area)))].toSorted((a, b) => a - b)
    for (const level of levels.slice(1)) {
      columns.push(areas.map((area) => (Number.isNaN(area) ? NaN : Number(area === level))))
    }
  }
  return { direct, samplingVariances: input.numbers('vardir'), design: fromColumns(columns) }
}

const fayHerriot =
  (method: AreaVarianceMethod) =>
  (input: CaseInput): CaseResult => {
    const data = input.has('csv') ? fromFile(input) : fromLists(input)
    return resultOf(
      smallAreaEstimates(data.direct, data.samplingVariances, data.design, method),
      (areas) => ({
        eblup: [...areas.estimates],
        mse: [...areas.meanSquaredErrors],
        beta: [...areas.coefficients],
        seBeta: [...areas.standardErrors],
        refvar: areas.betweenVariance,
        gamma: [...areas.ownWeights],
        adjustedRefvar: areas.adjusted?.betweenVariance ?? null,
        adjustedEblup: areas.adjusted ? [...areas.adjusted.estimates] : null,
      }),
    )
  }

export const methods: Methods = {
  'fay-herriot-reml': fayHerriot('REML'),
  'fay-herriot-ml': fayHerriot('ML'),
  'fay-herriot-fh': fayHerriot('FH'),
}
