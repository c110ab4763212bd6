import { formatChange, formatDate, formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section, SummaryList } from '../../ui/index.ts'
import { mergersInto, regionOf, wellbeingAreaOf, type Municipality } from '../register.ts'

/** A municipality's people in numbers, with the year of each figure and their sources. What is not known is said so. */
export function NumbersSection({ visit, municipality }: { visit: Visit; municipality: Municipality }) {
  const { lang } = visit
  const { page: words, groupings, languages } = texts[lang].municipalities
  const { keyFigures, population } = municipality
  const percent = (value: number | null) =>
    value === null ? words.unknown : words.percent(formatNumber(lang, value, 1))
  const change = keyFigures.populationChangePercent
  return (
    <Section title={words.numbers} id="numbers">
      <SummaryList
        rows={[
          { term: words.population, value: formatNumber(lang, population.january2025Preliminary) },
          { term: words.populationEndOf2023, value: formatNumber(lang, population.endOf2023) },
          {
            term: words.populationChangePercent,
            value: change === null ? words.unknown : words.percent(formatChange(lang, change, 1)),
          },
          { term: words.unemployedSharePercent, value: percent(keyFigures.unemployedSharePercent) },
          { term: words.pensionersPercent2017, value: percent(keyFigures.pensionersPercent2017) },
          { term: words.swedishSpeakersPercent2017, value: percent(keyFigures.swedishSpeakersPercent2017) },
          { term: words.foreignCitizensPercent2017, value: percent(keyFigures.foreignCitizensPercent2017) },
          {
            term: words.libraryLoansPerPerson2022,
            value:
              keyFigures.libraryLoansPerPerson2022 === null
                ? words.unknown
                : formatNumber(lang, keyFigures.libraryLoansPerPerson2022, 1),
          },
          { term: words.region, value: regionOf(municipality.code).name[lang] },
          { term: words.wellbeingArea, value: wellbeingAreaOf(municipality.code).name[lang] },
          { term: words.grouping, value: groupings[municipality.grouping] },
          { term: words.language, value: languages[municipality.languages] },
        ]}
      />
      {mergersInto(municipality.code).map((merger) => (
        <p>{words.merged(merger.oldName, formatDate(lang, merger.date))}</p>
      ))}
      <p class="muted">
        {words.numbersSource} <a href={visit.to('sources')}>{words.allSources}</a>
      </p>
    </Section>
  )
}
