import { municipalityByCode } from '../../municipalities/index.ts'
import { formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { EmptyState, Lede, Notice, PageTitle, Pagination, Section } from '../../ui/index.ts'
import type { SearchFilters as Filters } from '../document.ts'
import { search, type SearchAnswer } from '../find-documents.ts'
import { yearsOfDocuments } from '../search-store.ts'
import { tokensOf } from '../words/tokens.ts'
import type { FindableChoice, FindableThings } from './findable-things.ts'
import { isNarrowed, longestQuestion, SearchFilters, type AskedInAddress } from './search-filters.tsx'
import { SearchResults } from './search-results.tsx'

const resultsOnPage = 20
const mostPages = 50

interface SearchData {
  asked: AskedInAddress
  /** undefined before anything was asked. */
  answer: SearchAnswer | undefined
  page: number
  pages: number
  years: number[]
}

function askedIn(visit: Visit, things: FindableThings): AskedInAddress {
  const { query } = visit
  const known = (value: string | undefined, choices: readonly FindableChoice[]) =>
    choices.find((choice) => choice.value === value)?.value ?? ''
  return {
    q: (query.q ?? '').slice(0, longestQuestion).trim(),
    kind: known(query.kind, things.kinds),
    municipality: municipalityByCode(query.municipality ?? '')?.code ?? '',
    theme: known(query.theme, things.themes),
    state: known(
      query.state,
      things.states.flatMap((group) => group.choices),
    ),
    year: /^[12]\d{3}$/.exec(query.year ?? '')?.[0] ?? '',
  }
}

function filtersOf(asked: AskedInAddress): Filters {
  return {
    kinds: asked.kind === '' ? undefined : [asked.kind],
    municipalityCode: asked.municipality || undefined,
    theme: asked.theme || undefined,
    state: asked.state || undefined,
    year: asked.year === '' ? undefined : Number(asked.year),
  }
}

/** What a person can do when nothing was found: fewer filters, single words, other ways in. */
function NextSteps(props: { visit: Visit; asked: AskedInAddress }) {
  const { visit, asked } = props
  const words = texts[visit.lang].search
  const single = [...new Set(tokensOf(asked.q).map((token) => token.form))]
  return (
    <>
      <EmptyState
        text={
          <>
            {asked.q === '' ? words.nothingNarrowed : words.nothing(asked.q)} {words.tellIdeaText}
          </>
        }
        action={{ href: visit.to('tell-idea'), text: words.tellIdea }}
      />
      <Section title={words.tryThis}>
        <ul>
          {isNarrowed(asked) && asked.q !== '' && (
            <li>
              <a href={visit.to('search', {}, { q: asked.q })}>{words.withoutFilters}</a>
            </li>
          )}
          {single.length > 1 &&
            single.slice(0, 4).map((word) => (
              <li>
                <a href={visit.to('search', {}, { q: word })}>{words.onlyWord(word)}</a>
              </li>
            ))}
          <li>
            <a href={visit.to('experiments')}>{words.allExperiments}</a>
          </li>
        </ul>
      </Section>
    </>
  )
}

/** The search page over everything public; `things` says what there is to find and where each kind has its page. */
export function searchPage(things: FindableThings): ReadPage<SearchData> {
  return {
    limit: 'search',
    load: async (visit) => {
      const asked = askedIn(visit, things)
      const wanted = Math.min(mostPages, Math.max(1, Math.trunc(Number(visit.query.page)) || 1))
      const years = await yearsOfDocuments(visit.database)
      if (asked.q === '' && !isNarrowed(asked)) return { asked, answer: undefined, page: 1, pages: 1, years }
      const question = { ...filtersOf(asked), text: asked.q, lang: visit.lang, limit: resultsOnPage }
      const first = await search(visit.database, { ...question, offset: (wanted - 1) * resultsOnPage })
      const pages = Math.min(mostPages, Math.max(1, Math.ceil(first.total / resultsOnPage)))
      if (wanted <= pages) return { asked, answer: first, page: wanted, pages, years }
      const last = await search(visit.database, { ...question, offset: (pages - 1) * resultsOnPage })
      return { asked, answer: last, page: pages, pages, years }
    },
    view: ({ visit, data }) => {
      const { asked, answer } = data
      const words = texts[visit.lang].search
      const count = formatNumber(visit.lang, answer?.total ?? 0)
      return {
        title: asked.q === '' ? words.title : words.titleFor(asked.q),
        description: words.lede,
        breadcrumb: [{ text: words.title }],
        wide: true,
        hidden: answer !== undefined,
        body: (
          <>
            <PageTitle>{words.title}</PageTitle>
            {answer === undefined && <Lede>{words.lede}</Lede>}
            <SearchFilters visit={visit} asked={asked} years={data.years} things={things} />
            {answer !== undefined && answer.total === 0 && <NextSteps visit={visit} asked={asked} />}
            {answer !== undefined && answer.total > 0 && (
              <>
                {answer.suggestion !== undefined && (
                  <Notice kind="info">{words.corrected(asked.q, answer.suggestion)}</Notice>
                )}
                <p role="status">
                  {asked.q === '' ? words.found(count) : words.foundFor(count, answer.suggestion ?? asked.q)}
                </p>
                <SearchResults visit={visit} results={answer.results} things={things} />
                <Pagination
                  lang={visit.lang}
                  page={data.page}
                  pages={data.pages}
                  href={(page) => visit.to('search', {}, { ...asked, page })}
                />
              </>
            )}
          </>
        ),
      }
    },
  }
}
