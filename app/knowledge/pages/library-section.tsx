import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, Section } from '../../ui/index.ts'
import { chooseTitles, languageOfTitles, siteOf } from '../library.ts'

const titlesShown = 6

/** What other sites tell of a municipality's experiments; nothing where the library has no title of it. */
export function LibrarySection({ visit, municipalityCode }: { visit: Visit; municipalityCode: string }) {
  const { lang } = visit
  const words = texts[lang].knowledge.library
  const titles = chooseTitles({ municipalityCode })
  if (titles.length === 0) return null
  return (
    <Section title={words.toldElsewhere} id="library">
      <p>{words.toldElsewhereLede}</p>
      <CardList label={words.toldElsewhere}>
        {titles.slice(0, titlesShown).map((title) => (
          <Card
            title={<span lang={languageOfTitles}>{title.title}</span>}
            href={title.address}
            meta={[title.year ?? words.yearUnknown, siteOf(title)].join(' · ')}
          >
            {title.sentence[lang]}
          </Card>
        ))}
      </CardList>
      {titles.length > titlesShown && (
        <p>
          <a href={visit.to('library', {}, { municipality: municipalityCode })}>
            {words.allTitles(titles.length)}
          </a>
        </p>
      )}
    </Section>
  )
}
