import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Child, Prose, Section, SummaryList } from '../../ui/index.ts'
import { timeInWords } from '../experiment-in-words.ts'
import type { Experiment } from '../experiment.ts'

const told = (text: string | null) => (text === null ? null : <Prose text={text} />)

/** An experiment in short: why, what, for whom, where and when, as far as it has been told. */
export function InShort(props: { visit: Pick<Visit, 'lang'>; experiment: Experiment }) {
  const { lang } = props.visit
  const { plan, published } = props.experiment
  const words = texts[lang].experiments.inShort
  // What sources tell is told in three languages, the words of a plan in the one it was written in.
  const inOwnLanguage = !published || lang === 'fi'
  const rows: [string, Child | null | undefined][] = [
    [words.why, inOwnLanguage ? told(plan.summary) : null],
    [words.what, told(published ? published.tried[lang] : plan.doing)],
    [words.whom, inOwnLanguage ? plan.targetGroup : null],
    [words.where, inOwnLanguage ? plan.place : null],
    [words.when, timeInWords(lang, props.experiment)],
  ]
  return (
    <Section title={words.title} id="in-short">
      <SummaryList
        rows={rows.flatMap(([term, value]) =>
          value === null || value === undefined ? [] : [{ term, value }],
        )}
      />
    </Section>
  )
}
