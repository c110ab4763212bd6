import { allMunicipalities, placeName } from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { search } from '../../search/index.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  CardList,
  EmptyState,
  Lede,
  PageTitle,
  Pagination,
  Select,
  TextField,
} from '../../ui/index.ts'
import {
  chooseTitles,
  choicesOfLibrary,
  languageOfTitles,
  libraryTitle,
  siteOf,
  type LibraryChoice,
  type LibraryTitle,
} from '../library.ts'
import { libraryTitleKind } from '../load-library.ts'

const titlesOnPage = 30
/** More titles than the library holds: a search in it is never cut short. */
const everyTitle = 500

interface Library {
  asked: { text: string; municipality: string; year: string }
  found: number
  page: number
  pages: number
  titles: LibraryTitle[]
}

function choiceFrom(visit: Visit): LibraryChoice {
  const { municipality, year } = visit.query
  return {
    municipalityCode: municipality && /^\d{3}$/.test(municipality) ? municipality : undefined,
    year: year && /^\d{4}$/.test(year) ? Number(year) : undefined,
  }
}

async function titlesFound(visit: Visit, text: string): Promise<LibraryTitle[]> {
  const choice = choiceFrom(visit)
  if (text === '') return chooseTitles(choice)
  const { results } = await search(visit.database, {
    text,
    lang: visit.lang,
    kinds: [libraryTitleKind],
    limit: everyTitle,
    municipalityCode: choice.municipalityCode,
    year: choice.year,
  })
  return results.flatMap((result) => libraryTitle(result.recordId) ?? [])
}

/** What has been tried elsewhere, as links: by words, municipality and year; works as a plain form. */
export const libraryPage: ReadPage<Library> = {
  load: async (visit) => {
    const text = (visit.query.text ?? '').trim()
    const titles = await titlesFound(visit, text)
    const pages = Math.max(1, Math.ceil(titles.length / titlesOnPage))
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(visit.query.page)) || 1))
    return {
      asked: { text, municipality: visit.query.municipality ?? '', year: visit.query.year ?? '' },
      found: titles.length,
      page,
      pages,
      titles: titles.slice((page - 1) * titlesOnPage, page * titlesOnPage),
    }
  },
  view: ({ visit, data }) => {
    const { lang } = visit
    const words = texts[lang].knowledge.library
    const { municipalityCodes, years } = choicesOfLibrary()
    const narrowed = Object.values(data.asked).some((asked) => asked !== '')
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      wide: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <form method="get" class="filters" role="search">
            <TextField name="text" type="search" label={words.text} value={data.asked.text} maxLength={200} />
            <Select
              name="municipality"
              label={words.municipality}
              value={data.asked.municipality}
              empty={words.anyMunicipality}
              options={allMunicipalities(lang)
                .filter((one) => municipalityCodes.has(one.code))
                .map((one) => ({ value: one.code, label: one.name[lang] }))}
            />
            <Select
              name="year"
              label={words.year}
              value={data.asked.year}
              empty={words.anyYear}
              width="short"
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <ButtonRow>
              <Button kind="secondary">{words.show}</Button>
              {narrowed && (
                <ButtonLink kind="quiet" href={visit.to('library')}>
                  {words.showAll}
                </ButtonLink>
              )}
            </ButtonRow>
          </form>
          {data.found === 0 ? (
            <EmptyState text={words.none} action={{ href: visit.to('tell-idea'), text: words.tellIdea }} />
          ) : (
            <>
              <p role="status">{words.found(data.found)}</p>
              <CardList label={words.title}>
                {data.titles.map((title) => (
                  <Card
                    title={<span lang={languageOfTitles}>{title.title}</span>}
                    href={title.address}
                    headingLevel={2}
                    meta={[
                      title.municipalityCode
                        ? placeName(title.municipalityCode, lang)
                        : words.municipalityUnknown,
                      title.year ?? words.yearUnknown,
                      siteOf(title),
                    ].join(' · ')}
                  >
                    {title.sentence[lang]}
                  </Card>
                ))}
              </CardList>
              <Pagination
                lang={lang}
                page={data.page}
                pages={data.pages}
                href={(page) => visit.to('library', {}, { ...data.asked, page })}
              />
            </>
          )}
          <p>
            {words.ownSentences} <a href={visit.to('sources')}>{words.sourcesLink}</a>
          </p>
        </>
      ),
    }
  },
}
