import { formatMoment } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { Prose, Section, Timeline } from '../../ui/index.ts'
import type { Leave } from '../leave-store.ts'

/** Every request for leave and its answer, dated, oldest first. Nothing when leave was never asked. */
export function LeaveHistory(props: {
  lang: Lang
  leaves: readonly Leave[]
  names: ReadonlyMap<string, string>
}) {
  const { lang, leaves, names } = props
  if (leaves.length === 0) return null
  const words = texts[lang].experiments.leave
  const name = (id: string | null) => (id !== null && names.get(id)) || words.somebody
  return (
    <Section title={words.historyTitle}>
      <Timeline
        entries={leaves.flatMap((leave) => [
          {
            date: formatMoment(lang, leave.askedAt),
            title: words.history.asked(name(leave.askedBy)),
            children: leave.askedWords ? <Prose text={leave.askedWords} /> : undefined,
          },
          ...(leave.answer && leave.answeredAt
            ? [
                {
                  date: formatMoment(lang, leave.answeredAt),
                  title: words.history[leave.answer](name(leave.answeredBy)),
                  children: leave.reasons ? <Prose text={leave.reasons} /> : undefined,
                },
              ]
            : []),
        ])}
      />
    </Section>
  )
}
