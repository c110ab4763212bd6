import { agreedLooks } from '../../experiments/index.ts'
import { formatChange, formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section, Table } from '../../ui/index.ts'
import type { Evaluation } from '../read-evaluation.ts'

/**
 * The agreed looks: what the boundary said at each that has been taken, in plain words, and when the others come. Nothing
 * where the plan agreed on none.
 */
export function LooksSection({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].looks
  const { lang } = visit
  const { plan } = evaluation.experiment
  const agreed = agreedLooks(plan)
  const measure = plan.measures[0]
  if (agreed.length === 0 || !measure) return null
  const taken = new Map(evaluation.looks.map((look) => [look.number, look]))
  const unit = measure.kind === 'number' ? measure.unit : ''
  const last = evaluation.looks.at(-1)
  const amount = (value: number) => formatChange(lang, value, 1)
  return (
    <Section title={words.title}>
      <p>{words.lede(agreed.length)}</p>
      {last && <p class="finding-first">{words.said[last.said]}</p>}
      {last && <p>{words.means[last.said]}</p>}
      <Table
        caption={words.caption}
        captionHidden
        rowHeaders
        columns={[
          { text: words.look },
          { text: words.until },
          { text: `${words.change} (${unit})`.replace(' ()', ''), numeric: true },
          { text: words.range, numeric: true },
          { text: words.boundary },
        ]}
        rows={agreed.map(({ number, day }) => {
          const look = taken.get(number)
          return [
            words.number(number, agreed.length),
            formatDate(lang, day),
            look?.estimate == null ? '' : amount(look.estimate),
            look?.low == null || look.high === null ? '' : `${amount(look.low)} … ${amount(look.high)}`,
            look ? words.said[look.said] : words.ahead,
          ]
        })}
      />
      <p class="muted">{words.kept}</p>
    </Section>
  )
}
