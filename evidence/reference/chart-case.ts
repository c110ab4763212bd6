import type { ChartOptions, ControlChart } from '../src/before-and-after/control-chart.ts'
import type { Finding } from '../src/finding.ts'
import { resultOf, type CaseInput, type CaseOptions, type CaseResult } from './case.ts'

/** Options of a chart as the engine takes them. */
type ChartSettings = ChartOptions & { denominators?: number[] }

/** Reads the options of a chart case, draws the chart and lays its figures out. */
export function chartCase(
  input: CaseInput,
  options: CaseOptions,
  draw: (values: number[], settings: ChartSettings) => Finding<ControlChart>,
): CaseResult {
  const settings: ChartSettings = {
    freezeAfter: options.numberOr('freezeAfter', null),
    splitAfter: options.numbersOrNone('splitAfter'),
    centre: options.numberOr('centre', null),
    exclude: options.numbersOrNone('exclude'),
    ...(input.has('n') ? { denominators: input.numbers('n') } : {}),
  }
  return resultOf(draw(input.numbers('y'), settings), ({ points, phases }) => ({
    centre: points.map((point) => point.centre),
    lower: points.map((point) => point.lower),
    upper: points.map((point) => point.upper),
    value: points.map((point) => point.value),
    longestRun: phases.map((phase) => phase.longestRun),
    longestRunMax: phases.map((phase) => phase.longestRunMax),
    crossings: phases.map((phase) => phase.crossings),
    crossingsMin: phases.map((phase) => phase.crossingsMin),
    nUseful: phases.map((phase) => phase.useful),
    runsSignal: phases.map((phase) => phase.signal),
    sigmaSignal: points.map((point) => point.outside),
  }))
}
