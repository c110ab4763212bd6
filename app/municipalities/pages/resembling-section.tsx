import { formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, FinlandMap, Section, Table } from '../../ui/index.ts'
import { placeName } from '../place-names.ts'
import { placesWithRoom } from '../places-with-room.ts'
import { regionOf, type Municipality } from '../register.ts'
import { resembling } from '../resembling.ts'

/** The municipalities that resemble this one, on the map and as a table, with how likeness was worked out. */
export function ResemblingSection({ visit, municipality }: { visit: Visit; municipality: Municipality }) {
  const { lang } = visit
  const { page: words, figures } = texts[lang].municipalities
  const near = resembling(municipality.code)
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang)
  const inWords = (names: readonly (keyof typeof figures)[]) =>
    list.format(names.map((name) => figures[name]))
  const unknown = [...new Set(near.flatMap((one) => one.unknown))]
  const used = near[0]?.figures.filter((figure) => !unknown.includes(figure)) ?? []
  const places = [municipality, ...near.map((one) => one.municipality)]
  const withRoom = placesWithRoom(places)
  return (
    <Section title={words.resembling} id="resembling">
      <p>{words.resemblingLede(placeName(municipality.code, lang, 'genitive'))}</p>
      <FinlandMap
        lang={lang}
        title={words.mapTitle}
        sentence={words.mapSentence(
          municipality.name[lang],
          list.format(near.map((one) => one.municipality.name[lang])),
        )}
        dots={places.map((one) => ({
          name: one.name[lang],
          ...(withRoom.has(one.code) ? { label: one.name[lang] } : {}),
          ...one.centroid,
          href: visit.to('municipality', { code: one.code }),
          kind: 'plain',
        }))}
        lines={near.map((one) => ({ from: municipality.name[lang], to: one.municipality.name[lang] }))}
        table={
          <Table
            caption={words.resembling}
            captionHidden
            rowHeaders
            columns={[
              { text: words.municipality },
              { text: words.region },
              { text: words.people, numeric: true },
              { text: words.distance, numeric: true },
            ]}
            rows={near.map((one) => [
              <a href={visit.to('municipality', { code: one.municipality.code })}>
                {one.municipality.name[lang]}
              </a>,
              regionOf(one.municipality.code).name[lang],
              formatNumber(lang, one.municipality.population.january2025Preliminary),
              formatNumber(lang, one.distance, 2),
            ])}
          />
        }
      />
      <Details summary={words.howResembling}>
        <p>{words.howResemblingText}</p>
        <p>{words.figuresUsed(inWords(used))}</p>
        {unknown.length > 0 && <p>{words.figuresMissing(inWords(unknown))}</p>}
      </Details>
    </Section>
  )
}
