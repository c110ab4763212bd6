import { ExperimentCards, listExperiments, type ListedExperiment } from '../../experiments/index.ts'
import { newestLessons, TaughtCards } from '../../lessons/index.ts'
import { boundaryPaths, municipalityByCode } from '../../municipalities/index.ts'
import { workplaces } from '../../platform/web/policy.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Doors,
  EmptyState,
  FinlandMap,
  Lede,
  PageTitle,
  Panel,
  Section,
  Table,
} from '../../ui/index.ts'
import { kindOfPlace, type Place, placesOfExperiments } from '../places-store.ts'

interface FrontData {
  lessons: Awaited<ReturnType<typeof newestLessons>>
  running: ListedExperiment[]
  places: Place[]
  /** Borders an operator has imported; empty when none have been. */
  borders: ReadonlyMap<string, string>
}

/** The front page: one sentence, three doors, the map, what was learned, what is being tried now. */
export const frontPage: ReadPage<FrontData> = {
  load: async (visit) => {
    const [lessons, running, places, borders] = await Promise.all([
      newestLessons(visit.database, 2),
      listExperiments(visit.database, { state: 'running' }),
      placesOfExperiments(visit.database),
      boundaryPaths(visit.database),
    ])
    return { lessons, running: running.experiments.slice(0, 3), places, borders }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].front
    const [home] = workplaces(visit)
    return {
      title: texts[visit.lang].site.name,
      description: words.lede,
      wide: true,
      body: (
        <>
          <PageTitle large>{texts[visit.lang].site.promise}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Doors
            doors={[
              { title: words.doors.idea, text: words.doors.ideaText, href: visit.to('tell-idea') },
              { title: words.doors.lessons, text: words.doors.lessonsText, href: visit.to('lessons') },
              {
                title: words.doors.municipality,
                text: words.doors.municipalityText,
                href: home ? visit.to('municipality', { code: home }) : visit.to('municipalities'),
              },
            ]}
          />
          {visit.demo && !visit.person && (
            <Panel kind="know" title={words.tryAs.title}>
              <p>{words.tryAs.text}</p>
              <ButtonRow>
                <ButtonLink kind="secondary" href={visit.to('try-as')}>
                  {words.tryAs.button}
                </ButtonLink>
              </ButtonRow>
            </Panel>
          )}
          <Section title={words.learned.title} id="learned">
            <p>{words.learned.text}</p>
            <div class="side-by-side">
              <div>
                <h3>{words.learned.stopped}</h3>
                <TaughtCards
                  visit={visit}
                  taught={data.lessons.stopped}
                  label={words.learned.stopped}
                  headingLevel={3}
                />
              </div>
              <div>
                <h3>{words.learned.spread}</h3>
                <TaughtCards
                  visit={visit}
                  taught={data.lessons.spread}
                  label={words.learned.spread}
                  headingLevel={3}
                />
              </div>
            </div>
            <p>
              <a href={visit.to('lessons')}>{words.learned.all}</a>
            </p>
          </Section>
          <Section title={words.running.title} id="running">
            {data.running.length === 0 ? (
              <EmptyState
                text={words.running.none}
                action={{ href: visit.to('tell-idea'), text: words.doors.idea }}
              />
            ) : (
              <ExperimentCards
                visit={visit}
                experiments={data.running}
                label={words.running.title}
                headingLevel={3}
              />
            )}
            <p>
              <a href={visit.to('experiments')}>{words.running.all}</a>
            </p>
          </Section>
          <Section title={words.map.title} id="map">
            <PlacesMap visit={visit} places={data.places} borders={data.borders} />
          </Section>
        </>
      ),
    }
  },
}

function PlacesMap({
  visit,
  places,
  borders,
}: {
  visit: Visit
  places: readonly Place[]
  borders: ReadonlyMap<string, string>
}) {
  const words = texts[visit.lang].front.map
  const known = places.flatMap((place) => {
    const municipality = municipalityByCode(place.municipalityCode)
    return municipality ? [{ place, municipality, name: municipality.name[visit.lang] }] : []
  })
  const total = known.reduce((sum, { place }) => sum + place.experiments, 0)
  return (
    <FinlandMap
      lang={visit.lang}
      title={words.title}
      sentence={words.sentence(total, known.length)}
      dots={known.map(({ place, municipality, name }) => ({
        name,
        ...municipality.centroid,
        kind: kindOfPlace(place),
        href: visit.to('municipality', { code: place.municipalityCode }),
      }))}
      areas={[...borders].map(([code, path]) => {
        const place = places.find((one) => one.municipalityCode === code)
        const name = municipalityByCode(code)?.name[visit.lang] ?? code
        return { name, path, kind: place && kindOfPlace(place) }
      })}
      table={
        <Table
          caption={words.caption}
          rowHeaders
          columns={[
            { text: words.municipality },
            { text: words.experiments, numeric: true },
            { text: words.spread, numeric: true },
            { text: words.stopped, numeric: true },
            { text: words.running, numeric: true },
          ]}
          rows={known.map(({ place, name }) => [
            <a href={visit.to('municipality', { code: place.municipalityCode })}>{name}</a>,
            place.experiments,
            place.spread,
            place.stopped,
            place.running,
          ])}
        />
      }
    />
  )
}
