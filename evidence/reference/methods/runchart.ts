import { controlChart } from '../../src/before-and-after/control-chart.ts'
import { anhoejLimits } from '../../src/before-and-after/run-rules.ts'
import type { CaseResult, Methods } from '../case.ts'
import { chartCase } from '../chart-case.ts'

export const methods: Methods = {
  'anhoej-limits': (input): CaseResult => {
    const limits = input.numbers('n').map((n) => anhoejLimits(n))
    return {
      values: {
        longestRunMax: limits.map((limit) => (limit.ok ? limit.value.longestRunMax : null)),
        crossingsMin: limits.map((limit) => (limit.ok ? limit.value.crossingsMin : null)),
      },
      warnings: [],
      refused: limits.every((limit) => !limit.ok) && limits[0]?.ok === false ? limits[0].refusal : null,
    }
  },
  'qic-run': (input, options) =>
    chartCase(input, options, (values, settings) => controlChart('run', values, settings)),
}
