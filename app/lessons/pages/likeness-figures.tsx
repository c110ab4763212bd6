import {
  type LikenessFigure,
  likenessFigures,
  type Municipality,
  municipalityByCode,
  placeName,
} from '../../municipalities/index.ts'
import { formatChange, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section, Table } from '../../ui/index.ts'
import { figuresOfAll, type Nearness } from '../nearness.ts'

/** The key figures of the chosen municipality beside those of the nearest who have tried. What is not known is said so. */
export function LikenessFigures({
  visit,
  chosen,
  near,
}: {
  visit: Visit
  chosen: Municipality
  near: readonly Nearness[]
}) {
  const { lang } = visit
  const words = texts[lang].pooling.would
  const { page, figures } = texts[lang].municipalities
  const places = [chosen, ...near.flatMap(({ code }) => municipalityByCode(code) ?? [])]
  const known = figuresOfAll(near)
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang)
  return (
    <Section title={words.figuresTitle} level={3}>
      <p>{words.likeness}</p>
      <Table
        caption={words.figuresTitle}
        captionHidden
        rowHeaders
        columns={[
          { text: words.figure },
          ...places.map((place) => ({ text: placeName(place.code, lang), numeric: true })),
        ]}
        rows={likenessFigures.map((figure) => [
          page[figure],
          ...places.map((place) => figureInWords(lang, place, figure)),
        ])}
      />
      {known.length < likenessFigures.length && (
        <p>{words.notAll(list.format(known.map((figure) => figures[figure])))}</p>
      )}
      <p class="muted">
        {words.source} <a href={visit.to('sources')}>{words.sourceLink}</a>
      </p>
    </Section>
  )
}

function figureInWords(lang: Lang, { population, keyFigures }: Municipality, figure: LikenessFigure): string {
  const { page } = texts[lang].municipalities
  if (figure === 'population') return formatNumber(lang, population.january2025Preliminary)
  const value = keyFigures[figure]
  if (value === null) return page.unknown
  if (figure === 'libraryLoansPerPerson2022') return formatNumber(lang, value, 1)
  return page.percent(
    figure === 'populationChangePercent' ? formatChange(lang, value, 1) : formatNumber(lang, value, 1),
  )
}
