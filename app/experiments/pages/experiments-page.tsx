import { allMunicipalities, municipalityByCode } from '../../municipalities/index.ts'
import { workplaces } from '../../platform/web/policy.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Lede,
  PageTitle,
  Pagination,
  Select,
} from '../../ui/index.ts'
import { type ExperimentState, outcomes, type Outcome, themes } from '../experiment.ts'
import { listExperiments, yearsOfExperiments } from '../experiment-list-store.ts'
import { ExperimentCards } from './experiment-cards.tsx'

// What one can choose in the list: stages of those under way, outcomes of those that are over.
const stages = {
  planned: ['draft', 'awaiting_decision', 'planned'],
  running: ['running', 'paused'],
  learning: ['learning', 'aborted'],
} as const satisfies Record<string, readonly ExperimentState[]>

type Choice = keyof typeof stages | Outcome

const choices: readonly Choice[] = ['planned', 'running', 'learning', ...outcomes]

const isStage = (choice: Choice): choice is keyof typeof stages => choice in stages

type Experiments = Awaited<ReturnType<typeof listExperiments>> & {
  page: number
  years: number[]
  filter: { municipality?: string; theme?: string; state?: Choice; year?: number }
}

/** All experiments, newest change first, to be narrowed down by municipality, theme, state and year. */
export const experimentsPage: ReadPage<Experiments> = {
  load: async (visit) => {
    const { query } = visit
    const municipality = municipalityByCode(query.municipality ?? '')?.code
    const theme = themes.find((known) => known === query.theme)
    const state = choices.find((known) => known === query.state)
    const year = /^\d{4}$/.test(query.year ?? '') ? Number(query.year) : undefined
    const page = Number(/^[1-9]\d{0,3}$/.exec(query.page ?? '')?.[0] ?? 1)
    const [list, years] = await Promise.all([
      listExperiments(
        visit.database,
        {
          readerMunicipalities: workplaces(visit),
          ...(municipality !== undefined && { municipalityCode: municipality }),
          ...(theme !== undefined && { theme }),
          ...(state !== undefined && (isStage(state) ? { state: stages[state] } : { outcome: state })),
          ...(year !== undefined && { year }),
        },
        page,
      ),
      yearsOfExperiments(visit.database),
    ])
    return {
      ...list,
      page,
      years,
      filter: {
        ...(municipality !== undefined && { municipality }),
        ...(theme !== undefined && { theme }),
        ...(state !== undefined && { state }),
        ...(year !== undefined && { year }),
      },
    }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].experiments
    const { filter } = data
    const stageNames: Record<keyof typeof stages, string> = {
      planned: words.list.planning,
      running: words.list.going,
      learning: words.list.learning,
    }
    const name = (choice: Choice) => (isStage(choice) ? stageNames[choice] : words.outcomes[choice])
    const filtered = Object.keys(filter).length > 0
    return {
      title: words.title,
      description: words.list.lede,
      breadcrumb: [{ text: words.title }],
      wide: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.list.lede}</Lede>
          {(!visit.person || workplaces(visit).length > 0) && (
            <ButtonRow>
              <ButtonLink kind="secondary" href={visit.to('start-plan')}>
                {words.list.startPlan}
              </ButtonLink>
            </ButtonRow>
          )}
          <form method="get" class="filters" aria-label={words.list.filterTitle}>
            <Select
              name="municipality"
              label={words.list.municipality}
              empty={words.list.all}
              value={filter.municipality}
              options={allMunicipalities(visit.lang).map((one) => ({
                value: one.code,
                label: one.name[visit.lang],
              }))}
            />
            <Select
              name="theme"
              label={words.list.theme}
              empty={words.list.all}
              value={filter.theme}
              options={themes.map((theme) => ({ value: theme, label: words.themes[theme] }))}
            />
            <Select
              name="state"
              label={words.list.state}
              empty={words.list.all}
              value={filter.state}
              groups={[
                {
                  label: words.list.unfinished,
                  options: choices.filter(isStage).map((choice) => ({ value: choice, label: name(choice) })),
                },
                {
                  label: words.list.ended,
                  options: outcomes.map((choice) => ({ value: choice, label: name(choice) })),
                },
              ]}
            />
            <Select
              name="year"
              label={words.list.year}
              empty={words.list.all}
              value={filter.year === undefined ? undefined : String(filter.year)}
              options={data.years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <Button kind="secondary">{words.list.filter}</Button>
          </form>
          {data.experiments.length === 0 ? (
            <EmptyState
              text={filtered ? words.list.nothingFound : words.list.nothing}
              action={
                filtered
                  ? { href: visit.to('experiments'), text: words.list.clear }
                  : { href: visit.to('tell-idea'), text: words.list.tellIdea }
              }
            />
          ) : (
            <>
              <p class="muted">{words.list.count(data.total)}</p>
              <ExperimentCards visit={visit} experiments={data.experiments} label={words.title} />
              <Pagination
                lang={visit.lang}
                page={data.page}
                pages={data.pages}
                href={(page) => visit.to('experiments', {}, { ...filter, page })}
              />
            </>
          )}
        </>
      ),
    }
  },
}
