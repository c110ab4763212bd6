import { openChecksFor, type Check } from '../../decisions/index.ts'
import {
  type Experiment,
  experimentsByIds,
  experimentsWaitingFor,
  listExperiments,
  type ListedExperiment,
  nextStepOf,
  placeInWords,
  titleOf,
} from '../../experiments/index.ts'
import { costInWords, type Idea, type IdeaCost, ideaStateTag, openIdeasOf } from '../../ideas/index.ts'
import { promisesOf, takesPromises } from '../../measurements/index.ts'
import { mayModerate } from '../../moderation/index.ts'
import { addMonths, dayOf, formatDate } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Card,
  CardList,
  EmptyState,
  Lede,
  PageTitle,
  Section,
  Tag,
} from '../../ui/index.ts'

interface MyThings {
  experiments: Experiment[]
  /** Ids of those experiments in which nobody has promised to log anything. */
  unpromised: Set<string>
  checks: { check: Check; experiment: Experiment }[]
  toDecide: ListedExperiment[]
  ideas: (Idea & { cost: IdeaCost })[]
}

/** What waits for the person: their experiments with the next step, checks, decisions of leaders, open ideas of the municipality. */
export const myThingsPage: ReadPage<MyThings> = {
  load: async (visit) => {
    const { person, database } = visit
    if (!person) return { experiments: [], unpromised: new Set(), checks: [], toDecide: [], ideas: [] }
    const led = person.memberships.flatMap((m) =>
      m.role === 'leader' && m.municipalityCode !== null ? [m.municipalityCode] : [],
    )
    const homes = [...new Set(person.memberships.flatMap((m) => m.municipalityCode ?? []))]
    const [experiments, checks, toDecide, ideas] = await Promise.all([
      experimentsWaitingFor(database, { personId: person.id, municipalitiesLed: led }),
      openChecksFor(database, person.id, addMonths(dayOf(visit.now), 12)),
      Promise.all(
        led.map(
          async (code) =>
            (await listExperiments(database, { municipalityCode: code, state: 'learning' })).experiments,
        ),
      ),
      openIdeasOf(database, { personId: person.id, municipalityCodes: homes }),
    ])
    const checked = await experimentsByIds(
      database,
      checks.map((check) => check.experimentId),
    )
    const promised = new Set(
      (
        await promisesOf(
          database,
          experiments.map((one) => one.id),
        )
      ).map((promise) => promise.experimentId),
    )
    return {
      experiments,
      unpromised: new Set(
        experiments.flatMap((one) => (takesPromises(one, visit.now) && !promised.has(one.id) ? one.id : [])),
      ),
      toDecide: toDecide.flat(),
      ideas,
      checks: checks.flatMap((check) => {
        const experiment = checked.get(check.experimentId)
        return experiment ? [{ check, experiment }] : []
      }),
    }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].front.mine
    const next = texts[visit.lang].experiments.next
    const decisions = texts[visit.lang].decisions
    const { reminders } = texts[visit.lang]
    const nothing =
      data.experiments.length + data.checks.length + data.toDecide.length + data.ideas.length === 0
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede(visit.person?.name ?? '')}</Lede>
          <ul class="link-row">
            {[
              { href: visit.to('memberships'), text: texts[visit.lang].membership.mine.title },
              { href: visit.to('own-data'), text: texts[visit.lang].ownData.title },
              { href: visit.to('my-sign-ins'), text: texts[visit.lang].people.signIns.title },
              ...(mayModerate(visit, undefined)
                ? [
                    { href: visit.to('moderation-queue'), text: texts[visit.lang].moderation.queue.title },
                    { href: visit.to('search-log'), text: texts[visit.lang].record.search.title },
                  ]
                : []),
            ].map(({ href, text }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
          {nothing && (
            <EmptyState text={words.none} action={{ href: visit.to('tell-idea'), text: words.tellIdea }} />
          )}
          {data.toDecide.length > 0 && (
            <Section title={words.toDecide}>
              <CardList label={words.toDecide}>
                {data.toDecide.map((experiment) => (
                  <Card
                    title={titleOf(visit.lang, experiment)}
                    href={visit.to('decide', { id: experiment.id })}
                    tag={
                      <Tag kind="cloudberry">{texts[visit.lang].experiments.states[experiment.state]}</Tag>
                    }
                    meta={placeInWords(visit.lang, experiment.municipalityCode)}
                  >
                    <p>{decisions.decide.lede}</p>
                  </Card>
                ))}
              </CardList>
            </Section>
          )}
          {data.experiments.length > 0 && (
            <Section title={words.experiments}>
              <ul class="open-things">
                {data.experiments.map((experiment) => {
                  const step = nextStepOf(visit, experiment, visit.now)
                  return (
                    <li>
                      <h3>
                        <a href={visit.to('experiment', { id: experiment.id })}>
                          {titleOf(visit.lang, experiment)}
                        </a>
                      </h3>
                      <p class="muted">{texts[visit.lang].experiments.states[experiment.state]}</p>
                      {step && (
                        <>
                          <p>{next[step.what].text}</p>
                          <ButtonRow>
                            <ButtonLink kind="secondary" href={visit.to(step.page, step.parameters)}>
                              {next[step.what].button}
                            </ButtonLink>
                          </ButtonRow>
                        </>
                      )}
                      {data.unpromised.has(experiment.id) && (
                        <p>
                          <a href={visit.to('promises', { id: experiment.id })}>{reminders.promise.link}</a>.{' '}
                          {reminders.promise.nobodyYet}
                        </p>
                      )}
                    </li>
                  )
                })}
              </ul>
            </Section>
          )}
          {data.checks.length > 0 && (
            <Section title={words.checks}>
              <ul class="link-list">
                {data.checks.map(({ check, experiment }) => (
                  <li>
                    <a href={visit.to('follow-up', { id: experiment.id, checkId: check.id })}>
                      {titleOf(visit.lang, experiment)}: {decisions.check.title(check.months)}
                    </a>{' '}
                    <span class="muted">
                      {check.dueOn < dayOf(visit.now)
                        ? decisions.check.overdue(formatDate(visit.lang, check.dueOn))
                        : decisions.check.due(formatDate(visit.lang, check.dueOn))}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data.ideas.length > 0 && (
            <Section title={words.ideas}>
              <CardList label={words.ideas}>
                {data.ideas.map((idea) => (
                  <Card
                    title={idea.trial}
                    href={visit.to('idea', { id: idea.id })}
                    tag={
                      <Tag kind={ideaStateTag[idea.state]}>{texts[visit.lang].ideas.states[idea.state]}</Tag>
                    }
                    meta={costInWords(visit.lang, idea.cost)}
                  />
                ))}
              </CardList>
            </Section>
          )}
        </>
      ),
    }
  },
}
