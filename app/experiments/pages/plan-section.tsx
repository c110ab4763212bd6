import { formatDate, formatMoment } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Notice, Prose, QuietLink, Section, Timeline } from '../../ui/index.ts'
import type { Departure } from '../diary-store.ts'
import { type Experiment, isTriedHere } from '../experiment.ts'
import { inGroups } from '../plan-document.ts'
import type { People } from './plan-field-input.tsx'
import { PlanTables } from './plan-tables.tsx'

/** The fingerprint of a frozen plan, when it was frozen, and how anyone can check it. Nothing before freezing. */
export function Fingerprint(props: {
  visit: Pick<Visit, 'lang' | 'to' | 'absolute'>
  experiment: Experiment
}) {
  const { visit, experiment } = props
  const words = texts[visit.lang].experiments.frozen
  if (experiment.planFingerprint === null || experiment.frozenAt === null) return null
  const file = visit.to('plan-file', { id: experiment.id })
  return (
    <>
      <p>{words.on(formatMoment(visit.lang, experiment.frozenAt))}</p>
      <p>
        {words.fingerprint}: <code class="fingerprint">{inGroups(experiment.planFingerprint).join(' ')}</code>
      </p>
      {experiment.plan.design?.byLot && (
        <p>
          <a href={visit.to('draw', { id: experiment.id })}>{texts[visit.lang].experiments.draw.link}</a>
        </p>
      )}
      {!experiment.hidden && (
        <Details summary={words.verify}>
          <p>{words.verifyText}</p>
          <pre tabindex={0}>{`curl -s ${visit.absolute(file)} | sha256sum`}</pre>
          <p>{words.verifyChain}</p>
          <p>
            <a href={file}>{words.file}</a>
          </p>
        </Details>
      )}
    </>
  )
}

/** What was done otherwise than planned, for ever beside the plan. */
export function Departures({
  visit,
  departures,
}: {
  visit: Pick<Visit, 'lang' | 'to'>
  departures: readonly Departure[]
}) {
  const words = texts[visit.lang].experiments.departure
  const { hidden: because, hiddenTitle, reportLink } = texts[visit.lang].moderation
  if (departures.length === 0) return <p class="muted">{words.none}</p>
  return (
    <Timeline
      entries={departures.map((departure) => ({
        kind: 'departure',
        date: formatDate(visit.lang, departure.day),
        title: departure.hidden ? hiddenTitle : departure.what,
        children: departure.hidden ? (
          <p class="muted">{because[departure.hidden.because]}</p>
        ) : (
          <>
            <Prose text={words.because(departure.why)} />
            <QuietLink
              href={visit.to('report-text', { kind: 'departure', id: departure.id })}
              text={reportLink}
              about={formatDate(visit.lang, departure.day)}
            />
          </>
        ),
      }))}
    />
  )
}

/** Says why the words of a plan are not shown. Nothing where they are. */
export function HiddenPlan({
  visit,
  experiment,
}: {
  visit: Pick<Visit, 'lang'>
  experiment: Pick<Experiment, 'hidden'>
}) {
  if (!experiment.hidden) return null
  return (
    <Notice kind="info">
      <p>{texts[visit.lang].moderation.hidden[experiment.hidden.because]}</p>
    </Notice>
  )
}

/** The plan of an experiment with its fingerprint, and the departures from it. */
export function PlanSection(props: {
  visit: Pick<Visit, 'lang' | 'to' | 'absolute'>
  experiment: Experiment
  departures: readonly Departure[]
  people?: People
}) {
  const { visit, experiment } = props
  const words = texts[visit.lang].experiments
  if (experiment.origin === 'published') return null
  return (
    <Section
      title={experiment.frozenAt && isTriedHere(experiment) ? words.frozen.title : words.plan.title}
      id="plan"
    >
      {isTriedHere(experiment) && <Fingerprint visit={visit} experiment={experiment} />}
      {experiment.frozenAt && isTriedHere(experiment) && (
        <>
          <h3>{words.departure.listTitle}</h3>
          <Departures visit={visit} departures={props.departures} />
        </>
      )}
      {experiment.hidden ? (
        <HiddenPlan visit={visit} experiment={experiment} />
      ) : (
        <>
          <Details summary={words.plan.whole}>
            <PlanTables visit={visit} experiment={experiment} people={props.people ?? []} level={3} />
          </Details>
          {experiment.frozenAt && (
            <QuietLink
              href={visit.to('report-text', { kind: 'plan', id: experiment.id })}
              text={texts[visit.lang].moderation.reportLink}
              about={texts[visit.lang].moderation.kinds.plan}
            />
          )}
        </>
      )}
    </Section>
  )
}
