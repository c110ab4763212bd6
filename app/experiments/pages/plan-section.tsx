import { formatDate, formatMoment } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Prose, Section, Timeline } from '../../ui/index.ts'
import type { Departure } from '../diary-store.ts'
import type { Experiment } from '../experiment.ts'
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
      <Details summary={words.verify}>
        <p>{words.verifyText}</p>
        <pre tabindex={0}>{`curl -s ${visit.absolute(file)} | sha256sum`}</pre>
        <p>{words.verifyChain}</p>
        <p>
          <a href={file}>{words.file}</a>
        </p>
      </Details>
    </>
  )
}

/** What was done otherwise than planned, for ever beside the plan. */
export function Departures(props: { lang: Visit['lang']; departures: readonly Departure[] }) {
  const words = texts[props.lang].experiments.departure
  if (props.departures.length === 0) return <p class="muted">{words.none}</p>
  return (
    <Timeline
      entries={props.departures.map((departure) => ({
        kind: 'departure',
        date: formatDate(props.lang, departure.day),
        title: departure.what,
        children: <Prose text={words.because(departure.why)} />,
      }))}
    />
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
    <Section title={experiment.frozenAt ? words.frozen.title : words.plan.title} id="plan">
      <Fingerprint visit={visit} experiment={experiment} />
      {experiment.frozenAt && (
        <>
          <h3>{words.departure.listTitle}</h3>
          <Departures lang={visit.lang} departures={props.departures} />
        </>
      )}
      <Details summary={words.plan.whole}>
        <PlanTables visit={visit} experiment={experiment} people={props.people ?? []} level={3} />
      </Details>
    </Section>
  )
}
