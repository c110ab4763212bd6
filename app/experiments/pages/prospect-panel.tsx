import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { Panel } from '../../ui/index.ts'
import type { Plan } from '../plan.ts'
import { fewestPoints, prospectOf } from '../what-it-can-tell.ts'

/** "What this can tell you": said before the start, beside every page of the plan form. */
export function ProspectPanel({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect
  const prospect = prospectOf(plan)
  const { points, amount } = prospect
  return (
    <Panel kind="know">
      <h2 class="panel-title">{words.title}</h2>
      <p>{words[prospect.design]}</p>
      {prospect.design !== 'unknown' && (
        <>
          <p>{points ? words.points(points.everyWeekday, points.everyWeek) : words.noDates}</p>
          {amount !== 'unknown' && <p>{amount === 'enough' ? words.enough : words[amount](fewestPoints)}</p>}
          {!prospect.hasPrediction && <p>{words.noPrediction}</p>}
          {!prospect.hasSmallestWorthwhile && <p>{words.noSmallest}</p>}
        </>
      )}
    </Panel>
  )
}
