import type { Measure } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { StackedScaleChart } from '../../ui/index.ts'
import type { AnswerGroup } from '../answers-on-scale.ts'

/** From this agreement downwards answers lie at both ends rather than around a middle (van der Eijk's A; 0 is spread evenly). */
const split = -0.2

/** The answers of a scale measure as bars: before and during, or group by group, and a word where they are split. */
export function AnswersChart({
  visit,
  measure,
  answers,
  versions,
}: {
  visit: Visit
  measure: Measure
  answers: readonly AnswerGroup[]
  /** True where two versions are compared. */
  versions: boolean
}) {
  const words = texts[visit.lang].evaluations.answers
  if (answers.length === 0) return null
  const labelOf = ({ of, time }: AnswerGroup) =>
    of === 'all' ? words.times[time] : versions ? words.versions[of] : words.groups[of][time]
  const divided = answers.filter(({ agreement }) => agreement !== null && agreement < split)
  return (
    <>
      <StackedScaleChart
        lang={visit.lang}
        title={words.title(measure.name)}
        sentence={words.sentence}
        rows={answers.map((group) => ({ label: labelOf(group), counts: group.counts }))}
        low={measure.scaleLow ?? undefined}
        high={measure.scaleHigh ?? undefined}
      />
      {divided.length > 0 && <p>{words.split(divided.map(labelOf))}</p>}
    </>
  )
}
