import type { FileAnswer } from '../../platform/web/page.ts'
import type { Experiment } from '../experiment.ts'
import { hiddenPlanText, planText } from '../plan-document.ts'
import { experimentAsFrozen } from './load-experiment.ts'

/** The frozen plan as the very bytes its fingerprint was taken of. There is none before freezing; of a hidden one only that. */
export const planFile: FileAnswer<{ experiment: Experiment }> = {
  load: async (visit) => {
    const experiment = await experimentAsFrozen(visit)
    return experiment?.frozenAt ? { experiment } : undefined
  },
  answer: ({ data }) =>
    new Response(data.experiment.hidden ? hiddenPlanText(data.experiment) : planText(data.experiment), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-cache',
        'access-control-allow-origin': '*',
      },
    }),
}
