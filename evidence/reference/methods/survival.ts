import { survival } from '../../src/two-groups/survival.ts'
import { resultOf, type Methods } from '../case.ts'

export const methods: Methods = {
  'kaplan-meier': (input) => {
    const events = input.numbers('event')
    const missing = events.map((event) => Number.isNaN(event))
    const times = input.numbers('time').map((time, i) => (missing[i] ? NaN : time))
    const groups = input.has('group') ? input.texts('group') : null
    return resultOf(
      survival(
        times,
        events.map((event) => event === 1),
        groups,
      ),
      ({ steps, ...curve }) => ({
        time: steps.map((step) => step.time),
        nRisk: steps.map((step) => step.atRisk),
        nEvent: steps.map((step) => step.events),
        surv: steps.map((step) => step.surviving),
        seGreenwood: steps.map((step) => step.standardError),
        lowLogLog: steps.map((step) => step.low),
        highLogLog: steps.map((step) => step.high),
        median: curve.median,
        rmst: curve.restrictedMean,
        logRankChisq: curve.logRank?.chiSquare ?? null,
        logRankP: curve.logRank?.p ?? null,
        observed: curve.logRank?.observed ?? null,
        expected: curve.logRank?.expected ?? null,
      }),
    )
  },
}
