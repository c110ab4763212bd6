import { createHash } from 'node:crypto'
import { drawOf, experimentAsFrozen } from '../../experiments/index.ts'
import { readingsAsEntered } from '../../measurements/index.ts'
import { pathTo } from '../../platform/web/address.ts'
import type { FileAnswer } from '../../platform/web/page.ts'
import { bundleFileName, bundleOf, type BundleParts, bundleStateOf } from '../bundle.ts'
import { engineCallsOf } from '../evaluation-store.ts'
import { readEvaluation } from '../read-evaluation.ts'

/** The bundle of a public result. There is none while its figures are covered, being computed, or of a hidden plan. */
export const bundleFile: FileAnswer<BundleParts> = {
  load: async (visit) => {
    const experiment = await experimentAsFrozen(visit)
    if (!experiment) return undefined
    const evaluation = await readEvaluation(visit.database, experiment, visit.now)
    const { kept, openings, looks, explorations } = evaluation
    if (!kept || bundleStateOf(evaluation) !== 'ready') return undefined
    const [draw, calls, entered] = await Promise.all([
      drawOf(visit.database, experiment.id),
      engineCallsOf(visit.database, experiment.id),
      readingsAsEntered(visit.database, experiment.id),
    ])
    return (
      calls && {
        experiment,
        observations: entered,
        unitChanges: experiment.unitChanges ?? [],
        looks,
        explorations,
        openings,
        kept,
        draw,
        calls,
        resultAt: (lang) => visit.absolute(pathTo(lang, 'evaluation', { id: experiment.id })),
      }
    )
  },
  answer: ({ visit, data }) => {
    const archive = bundleOf(data)
    const etag = `"${createHash('sha256').update(archive).digest('base64url').slice(0, 22)}"`
    const headers = {
      etag,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${bundleFileName(visit.lang, data.experiment.id)}"`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    }
    return new Response(new Uint8Array(archive), { headers })
  },
}
