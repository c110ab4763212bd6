import { dayOf } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  type Child,
  Details,
  Notice,
  PageTitle,
  Section,
  WithAside,
} from '../../ui/index.ts'
import { departuresOf, type Departure } from '../diary-store.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { mayDecideOnExperiment } from '../experiment-policy.ts'
import { isPlanOpen, mayAskLeave } from '../experiment-rules.ts'
import { type Leave, leavesOf } from '../leave-store.ts'
import { numberOf } from '../plan-steps.ts'
import { type Missing, missingBeforeStart } from '../start-checklist.ts'
import { ExperimentTags } from './experiment-tags.tsx'
import { LeaveHistory } from './leave-history.tsx'
import { mayEditPlanNow, ownExperiment } from './load-experiment.ts'
import { asPeople, namesFor } from './names-for.ts'
import { crumbsTo } from './plan-crumbs.ts'
import { Departures, Fingerprint, HiddenPlan } from './plan-section.tsx'
import { PlanTables } from './plan-tables.tsx'
import { ProspectPanel } from './prospect-panel.tsx'

interface PlanData {
  experiment: Experiment
  departures: Departure[]
  leaves: Leave[]
  names: Map<string, string>
  missing: Missing[]
}

function Checklist({ visit, data }: { visit: Visit; data: PlanData }) {
  const words = texts[visit.lang].experiments
  const { experiment, missing } = data
  return (
    <Section title={words.plan.checklist} id="checklist">
      {missing.length === 0 ? (
        <p>{words.plan.checklistReady}</p>
      ) : (
        <>
          <p>{words.plan.missingCount(missing.length)}</p>
          <ul>
            {missing.map(({ what, step }) => (
              <li>
                <a href={visit.to('plan-step', { id: experiment.id, step: String(numberOf(step)) })}>
                  {words.missing[what]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function nextButtons(visit: Visit, { experiment, missing }: PlanData): Child {
  const words = texts[visit.lang].experiments.plan
  const parameters = { id: experiment.id }
  const [first] = missing
  if (experiment.state === 'planned' && !first)
    return <ButtonLink href={visit.to('freeze-plan', parameters)}>{words.freezeNow}</ButtonLink>
  if (mayAskLeave(experiment, dayOf(visit.now)))
    return <ButtonLink href={visit.to('ask-leave', parameters)}>{words.askLeave}</ButtonLink>
  return (
    <ButtonLink
      href={visit.to('plan-step', { ...parameters, step: String(numberOf(first?.step ?? 'goal')) })}
    >
      {words.continueFrom}
    </ButtonLink>
  )
}

function unfrozen(visit: Visit, data: PlanData): Child {
  const words = texts[visit.lang].experiments
  const { experiment, names } = data
  const parameters = { id: experiment.id }
  const mayEdit = mayEditPlanNow(visit, experiment)
  return (
    <WithAside
      label={words.prospect.title}
      aside={
        <>
          <ProspectPanel lang={visit.lang} plan={experiment.plan} />
          <Details summary={words.plan.successTitle}>
            <p>{words.plan.successSource}</p>
            <ol>
              {words.plan.success.map((question) => (
                <li>{question}</li>
              ))}
            </ol>
          </Details>
        </>
      }
    >
      <p class="muted">{words.plan.readers}</p>
      {experiment.plan.legalQuestion === 'yes' && (
        <Notice kind="attention" title={words.plan.legalStop}>
          <p>{words.plan.legalStopText}</p>
        </Notice>
      )}
      {experiment.state === 'awaiting_decision' && (
        <Notice kind="info">
          <p>{words.plan.awaiting}</p>
          <ButtonRow>
            {mayDecideOnExperiment(visit, experiment) && (
              <ButtonLink href={visit.to('give-leave', parameters)}>{words.plan.giveLeave}</ButtonLink>
            )}
            <ButtonLink kind="quiet" href={visit.to('ask-leave', parameters)}>
              {words.plan.takeBack}
            </ButtonLink>
          </ButtonRow>
        </Notice>
      )}
      {isPlanOpen(experiment) && <Checklist visit={visit} data={data} />}
      {mayEdit && <ButtonRow>{nextButtons(visit, data)}</ButtonRow>}
      <LeaveHistory lang={visit.lang} leaves={data.leaves} names={names} />
      <PlanTables visit={visit} experiment={experiment} people={asPeople(names)} change={mayEdit} />
    </WithAside>
  )
}

function frozen(visit: Visit, { experiment, departures, leaves, names }: PlanData): Child {
  const words = texts[visit.lang].experiments
  return (
    <WithAside
      label={words.departure.listTitle}
      aside={
        <Section title={words.departure.listTitle} id="departures">
          <Departures visit={visit} departures={departures} />
        </Section>
      }
    >
      <Fingerprint visit={visit} experiment={experiment} />
      {experiment.hidden ? (
        <HiddenPlan visit={visit} experiment={experiment} />
      ) : (
        <PlanTables visit={visit} experiment={experiment} people={asPeople(names)} />
      )}
      <LeaveHistory lang={visit.lang} leaves={names.size > 0 ? leaves : []} names={names} />
    </WithAside>
  )
}

/** The whole plan on one page: before the start with what is missing, after it frozen, with the departures beside it. */
export const planPage: ReadPage<PlanData> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment) return undefined
    const [departures, leaves] = await Promise.all([
      departuresOf(visit.database, experiment.id),
      leavesOf(visit.database, experiment.id),
    ])
    return {
      experiment,
      departures,
      leaves,
      missing: missingBeforeStart(experiment.plan, dayOf(visit.now)),
      names: await namesFor(visit, experiment, [
        experiment.plan.deciderPersonId,
        ...leaves.flatMap((leave) => [leave.askedBy, leave.answeredBy]),
      ]),
    }
  },
  view: ({ visit, data }) => {
    const { experiment } = data
    const words = texts[visit.lang].experiments
    const title = experiment.frozenAt ? words.frozen.title : words.plan.title
    return {
      title: `${title}: ${titleOf(visit.lang, experiment)}`,
      hidden: experiment.frozenAt === null,
      wide: true,
      breadcrumb: experiment.frozenAt
        ? crumbsTo(visit, experiment, title)
        : [{ text: words.title, href: visit.to('experiments') }, { text: titleOf(visit.lang, experiment) }],
      body: (
        <>
          <PageTitle caption={title} tag={<ExperimentTags lang={visit.lang} experiment={experiment} />}>
            {titleOf(visit.lang, experiment)}
          </PageTitle>
          {experiment.frozenAt ? frozen(visit, data) : unfrozen(visit, data)}
        </>
      ),
    }
  },
}
