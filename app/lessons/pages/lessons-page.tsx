import {
  ExperimentCards,
  listExperiments,
  type ListedExperiment,
  type Outcome,
  outcomes,
  type Theme,
  themeInWords,
  themes,
} from '../../experiments/index.ts'
import { allMunicipalities, municipalityByCode } from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, EmptyState, Lede, PageTitle, Pagination, Section, Select } from '../../ui/index.ts'
import { taughtOnPage } from '../read-lessons.ts'
import { TaughtCards } from './taught-cards.tsx'

type Lessons = Awaited<ReturnType<typeof taughtOnPage>> & {
  /** Examples worked out afterwards, on the first page of the whole list. */
  retrospective: ListedExperiment[]
  page: number
  municipalityCode: string | undefined
  theme: Theme | undefined
  outcome: Outcome | undefined
}

/** What has been learned, stopped and spread side by side, to be narrowed down. */
export const lessonsPage: ReadPage<Lessons> = {
  load: async (visit) => {
    const filter = {
      municipalityCode: municipalityByCode(visit.query.municipality ?? '')?.code,
      theme: themes.find((theme) => theme === visit.query.theme),
      outcome: outcomes.find((outcome) => outcome === visit.query.outcome),
      page: Number(/^[1-9]\d{0,3}$/.exec(visit.query.page ?? '')?.[0] ?? 1),
    }
    const whole = filter.page === 1 && !filter.municipalityCode && !filter.theme && !filter.outcome
    const [taught, listed] = await Promise.all([
      taughtOnPage(visit.database, filter),
      whole ? listExperiments(visit.database, { origin: 'retrospective' }) : undefined,
    ])
    return { ...taught, ...filter, retrospective: listed?.experiments ?? [] }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].lessons
    const { municipalityCode, theme, outcome } = data
    const filtered = municipalityCode !== undefined || theme !== undefined || outcome !== undefined
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      wide: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <form method="get" class="filters" aria-label={words.filter.title}>
            <Select
              name="outcome"
              label={words.filter.outcome}
              empty={words.filter.allOutcomes}
              value={outcome}
              options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
            />
            <Select
              name="theme"
              label={words.filter.theme}
              empty={words.filter.allThemes}
              value={theme}
              options={themes.map((value) => ({ value, label: themeInWords(visit.lang, value) ?? value }))}
            />
            <Select
              name="municipality"
              label={words.filter.municipality}
              empty={words.filter.everywhere}
              value={municipalityCode}
              options={allMunicipalities(visit.lang).map((m) => ({
                value: m.code,
                label: m.name[visit.lang],
              }))}
            />
            <Button kind="secondary">{words.filter.show}</Button>
          </form>
          {data.taught.length === 0 ? (
            <EmptyState
              text={filtered ? words.emptyFiltered : words.empty}
              action={
                filtered
                  ? { href: visit.to('search'), text: texts[visit.lang].site.navigation.search }
                  : { href: visit.to('tell-idea'), text: words.tellIdea }
              }
            />
          ) : (
            <>
              <p class="muted">{words.count(data.total)}</p>
              <TaughtCards visit={visit} taught={data.taught} label={words.title} />
              <Pagination
                lang={visit.lang}
                page={data.page}
                pages={data.pages}
                href={(page) =>
                  visit.to('lessons', {}, { municipality: municipalityCode, theme, outcome, page })
                }
              />
            </>
          )}
          {data.retrospective.length > 0 && (
            <Section title={words.retrospectiveTitle} id="worked-out">
              <p>{words.retrospectiveLede}</p>
              <ExperimentCards
                visit={visit}
                experiments={data.retrospective}
                label={words.retrospectiveTitle}
                headingLevel={3}
              />
            </Section>
          )}
        </>
      ),
    }
  },
}
