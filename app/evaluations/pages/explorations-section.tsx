import { measureOf, mayWorkOnExperiment } from '../../experiments/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, QuietLink, Section, Tag } from '../../ui/index.ts'
import { measureInSentences } from '../analysis-in-words.ts'
import { dataFingerprint } from '../data-fingerprint.ts'
import type { KeptExploration } from '../exploration-store.ts'
import { methodsToExplore } from '../exploration.ts'
import type { Evaluation } from '../read-evaluation.ts'

/** Analyses outside the plan: how many there are, each with why, what it shows and that it is exploratory. None while figures are covered. */
export function ExplorationsSection({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].explorations
  const { experiment, explorations, coverage } = evaluation
  if (coverage !== 'open') return null
  const may = mayWorkOnExperiment(visit, experiment) && methodsToExplore(experiment.plan).length > 0
  if (explorations.length === 0 && !may) return null
  return (
    <Section title={words.listTitle} id="explorations">
      <p>{explorations.length === 0 ? words.none : words.count(explorations.length)}</p>
      {explorations.map((one) => (
        <Exploration visit={visit} evaluation={evaluation} one={one} />
      ))}
      {may && (
        <ButtonRow>
          <ButtonLink kind="quiet" href={visit.to('explore', { id: experiment.id })}>
            {words.link}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

function Exploration({
  visit,
  evaluation,
  one,
}: {
  visit: Visit
  evaluation: Evaluation
  one: KeptExploration
}) {
  const { lang } = visit
  const words = texts[lang].explorations
  const moderation = texts[lang].moderation
  const measure = measureOf(evaluation.experiment.plan, one.measureId)
  if (!measure) return null
  const besides = one.besidesId === null ? undefined : measureOf(evaluation.experiment.plan, one.besidesId)
  const { finding, analysis } = one.evaluation
  const told = evaluation.experiment.published?.explorationWords?.find(({ fi }) => fi === one.why)
  return (
    <Section title={`${measure.name}: ${texts[lang].evaluations.analysis.methods[one.method]}`} level={3}>
      <p>
        <Tag kind="cloudberry">{words.tag}</Tag> {formatDate(lang, one.at)}. {words.periods[one.period]}.
        {besides && ` ${words.takenIntoAccount(besides.name)}`}
      </p>
      <p>{one.hidden ? moderation.hidden[one.hidden.because] : words.because(told?.[lang] ?? one.why)}</p>
      {measureInSentences(lang, measure, finding, analysis ?? undefined).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {one.dataFingerprint !== dataFingerprint(evaluation.observations) && (
        <p class="muted">{words.otherData}</p>
      )}
      {!one.hidden && (
        <QuietLink
          href={visit.to('report-text', { kind: 'exploration', id: one.id })}
          text={moderation.reportLink}
          about={moderation.kinds.exploration}
        />
      )}
    </Section>
  )
}
