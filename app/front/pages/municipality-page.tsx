import { ExperimentCards, listExperiments, type ListedExperiment } from '../../experiments/index.ts'
import { costInWords, ideaStateTag, listIdeas } from '../../ideas/index.ts'
import { LibrarySection } from '../../knowledge/index.ts'
import {
  municipalityByCode,
  NumbersSection,
  placeName,
  regionOf,
  ResemblingSection,
  type Municipality,
} from '../../municipalities/index.ts'
import {
  ContactSection,
  detailsOf,
  type MunicipalityDetails,
  type MunicipalityPicture,
  OwnWordsSection,
  pictureOfMunicipality,
  PictureSection,
} from '../../membership/index.ts'
import { TaughtCards, taughtOnPage, type Taught } from '../../lessons/index.ts'
import { formatNumber } from '../../platform/format.ts'
import { workplaces } from '../../platform/web/policy.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, EmptyState, Lede, PageTitle, Section, Tag, WithAside } from '../../ui/index.ts'

const experimentsShown = 6
const ideasShown = 6
const lessonsShown = 6

interface MunicipalityView {
  municipality: Municipality
  details: MunicipalityDetails
  picture: MunicipalityPicture | undefined
  experiments: { experiments: ListedExperiment[]; total: number }
  lessons: Taught[]
  ideas: Awaited<ReturnType<typeof listIdeas>>['ideas']
}

function Experiments({ visit, data }: { visit: Visit; data: MunicipalityView }) {
  const { lang } = visit
  const { code } = data.municipality
  const words = texts[lang].municipalities.page
  const { experiments, total } = data.experiments
  return (
    <Section title={words.experiments} id="experiments">
      {experiments.length === 0 ? (
        <EmptyState
          text={words.noExperiments(placeName(code, lang, 'from'))}
          action={{ href: visit.to('tell-idea'), text: words.tellIdea }}
        />
      ) : (
        <ExperimentCards visit={visit} experiments={experiments} label={words.experiments} headingLevel={3} />
      )}
      {total > experiments.length && (
        <p>
          <a href={visit.to('experiments', {}, { municipality: code })}>{words.allExperiments(total)}</a>
        </p>
      )}
    </Section>
  )
}

/** Lesson cards of its own experiments; what sources tell of published ones stands among the experiments. */
function Lessons({ visit, data }: { visit: Visit; data: MunicipalityView }) {
  const words = texts[visit.lang].municipalities.page
  if (data.lessons.length === 0) return null
  return (
    <Section title={words.lessons} id="lessons">
      <TaughtCards visit={visit} taught={data.lessons} label={words.lessons} headingLevel={3} />
      <p>
        <a href={visit.to('lessons', {}, { municipality: data.municipality.code })}>{words.allLessons}</a>
      </p>
    </Section>
  )
}

function Ideas({ visit, data }: { visit: Visit; data: MunicipalityView }) {
  const { lang } = visit
  const words = texts[lang].ideas
  if (data.ideas.length === 0) return null
  return (
    <Section title={texts[lang].municipalities.page.ideas} id="ideas">
      <CardList label={texts[lang].municipalities.page.ideas}>
        {data.ideas.map((idea) => (
          <Card
            title={idea.trial}
            href={visit.to('idea', { id: idea.id })}
            tag={
              <>
                <Tag kind={ideaStateTag[idea.state]}>{words.states[idea.state]}</Tag>{' '}
                {idea.isExample && <Tag kind="plain">{words.example}</Tag>}
              </>
            }
            meta={costInWords(lang, idea.cost)}
          >
            {idea.problem}
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

/** A municipality: what it tries and has learned, its ideas, its people in numbers, and which ones resemble it. */
export const municipalityPage: ReadPage<MunicipalityView> = {
  load: async (visit) => {
    const municipality = municipalityByCode(visit.parameters.code ?? '')
    if (!municipality) return undefined
    const filter = { municipalityCode: municipality.code, readerMunicipalities: workplaces(visit) }
    const [details, picture, experiments, { taught }, { ideas }] = await Promise.all([
      detailsOf(visit.database, municipality.code),
      pictureOfMunicipality(visit.database, municipality.code),
      listExperiments(visit.database, filter, 1, experimentsShown),
      taughtOnPage(visit.database, { municipalityCode: municipality.code, perPage: lessonsShown }),
      listIdeas(visit.database, { municipalityCode: municipality.code }),
    ])
    return {
      municipality,
      details,
      picture,
      experiments,
      lessons: taught.filter((one) => one.lesson !== undefined),
      ideas: ideas.slice(0, ideasShown),
    }
  },
  view: ({ visit, data }) => {
    const { lang } = visit
    const { municipality } = data
    const words = texts[lang].municipalities
    const lede = words.page.peopleLive(
      placeName(municipality.code, lang, 'in'),
      formatNumber(lang, municipality.population.january2025Preliminary),
    )
    return {
      title: municipality.name[lang],
      description: lede,
      breadcrumb: [
        { text: words.list.title, href: visit.to('municipalities') },
        { text: municipality.name[lang] },
      ],
      wide: true,
      body: (
        <>
          <PageTitle caption={regionOf(municipality.code).name[lang]}>{municipality.name[lang]}</PageTitle>
          <Lede>{lede}</Lede>
          <PictureSection visit={visit} picture={data.picture} />
          <OwnWordsSection visit={visit} details={data.details} />
          <Experiments visit={visit} data={data} />
          <Lessons visit={visit} data={data} />
          <Ideas visit={visit} data={data} />
          <LibrarySection visit={visit} municipalityCode={municipality.code} />
          <WithAside
            label={words.page.resembling}
            aside={<ResemblingSection visit={visit} municipality={municipality} />}
          >
            <NumbersSection visit={visit} municipality={municipality} />
          </WithAside>
          <ContactSection visit={visit} details={data.details} />
        </>
      ),
    }
  },
}
