import {
  type Experiment,
  ExperimentHead,
  PublishedSection,
  readableExperiment,
  titleOf,
} from '../../experiments/index.ts'
import { placeName, resembling } from '../../municipalities/index.ts'
import { workplaces } from '../../platform/web/policy.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, PageTitle, Panel, Section, Tag } from '../../ui/index.ts'
import { type FamilyMember, familyOf, membersOf } from '../family.ts'
import { lessonLine, outcomeInWords, outcomeTag } from '../lesson-in-words.ts'
import { mayAdopt } from '../lesson-policy.ts'
import { lessonOfExperiment } from '../lesson-store.ts'
import type { Lesson } from '../lesson.ts'
import { togetherInWords } from '../pooled-in-words.ts'
import { type FamilyPool, poolOfFamily } from '../read-pool.ts'
import { Tree } from './family-section.tsx'
import { LessonCard } from './lesson-section.tsx'

interface LessonData {
  experiment: Experiment
  lesson: Lesson | undefined
  family: FamilyMember
  pool: FamilyPool | undefined
}

/** What one experiment taught: the card, who has taken it up, whether it would work with us. */
export const lessonPage: ReadPage<LessonData> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    if (!experiment) return undefined
    const lesson = await lessonOfExperiment(visit.database, experiment.id)
    if (!lesson && !(experiment.published && experiment.outcome)) return undefined
    const family = await familyOf(visit.database, visit, experiment)
    return { experiment, lesson, family, pool: await poolOfFamily(visit.database, family) }
  },
  view: ({ visit, data: { experiment, lesson, family, pool } }) => {
    const words = texts[visit.lang].lessons
    const title = titleOf(visit.lang, experiment)
    const shows = togetherInWords(visit.lang, pool)
    return {
      title,
      description: lessonLine(visit.lang, experiment, lesson),
      breadcrumb: [{ text: words.title, href: visit.to('lessons') }, { text: title }],
      body: (
        <>
          {experiment.published ? (
            <ExperimentHead visit={visit} experiment={experiment} />
          ) : (
            <PageTitle
              caption={
                experiment.municipalityCode ? placeName(experiment.municipalityCode, visit.lang) : undefined
              }
              tag={
                <>
                  <Tag kind={outcomeTag(experiment)}>{outcomeInWords(visit.lang, experiment)}</Tag>
                  {experiment.origin === 'example' && <Tag kind="plain">{words.example}</Tag>}
                </>
              }
            >
              {title}
            </PageTitle>
          )}
          {lesson ? (
            <LessonCard visit={visit} lesson={lesson} />
          ) : (
            <>
              <Panel kind="learned">
                <p>{lessonLine(visit.lang, experiment, undefined)}</p>
              </Panel>
              <PublishedSection visit={visit} experiment={experiment} />
            </>
          )}
          {shows !== undefined && (
            <p>
              <strong>{texts[visit.lang].pooling.title}:</strong> {shows}{' '}
              <a href={visit.to('family', { id: experiment.id })}>{texts[visit.lang].pooling.familyLink}</a>
            </p>
          )}
          <p>
            <a href={visit.to('experiment', { id: experiment.id })}>{words.page.experiment}</a>
          </p>
          <Section title={words.page.adoptersTitle} id="adopters">
            {membersOf(family).length > 1 ? (
              <>
                <Tree visit={visit} family={family} currentId={experiment.id} />
                <p>
                  <a href={visit.to('family', { id: experiment.id })}>{words.family.link}</a>
                </p>
              </>
            ) : (
              <p>{words.page.adoptersNone}</p>
            )}
          </Section>
          <Section title={words.page.withUsTitle} id="with-us">
            <p>{wouldItWork(visit, experiment, family)}</p>
            <p>
              <a href={visit.to('would-it-work', { id: experiment.id })}>{texts[visit.lang].pooling.link}</a>
            </p>
            {mayAdopt(visit, { experiment }) && (
              <ButtonRow>
                <ButtonLink href={visit.to('adopt', { id: experiment.id })}>{words.adopt.link}</ButtonLink>
              </ButtonRow>
            )}
          </Section>
        </>
      ),
    }
  },
}

/** Whether anyone who resembles the visitor's municipality has repeated it; never a number from a few repeats. */
function wouldItWork(visit: Visit, experiment: Experiment, family: FamilyMember): string {
  const words = texts[visit.lang].lessons.page
  const [own] = workplaces(visit)
  const repeats = membersOf(family).filter(
    ({ experiment: member }) =>
      member.id !== experiment.id && (member.frozenAt !== null || member.published !== null),
  )
  if (repeats.length === 0) return words.withUsNobody
  const others = new Set(
    [experiment, ...repeats.map((repeat) => repeat.experiment)]
      .flatMap(({ municipalityCode }) => municipalityCode ?? [])
      .filter((code) => code !== own),
  )
  if (others.size === 0) return words.withUsNobody
  if (own === undefined) return words.withUsSignIn
  const alike = resembling(own, 10)
    .map(({ municipality }) => municipality)
    .filter(({ code }) => others.has(code))
  return alike.length > 0
    ? words.withUsResembles(alike.map(({ name }) => name[visit.lang]).join(', '))
    : words.withUsOthers(others.size)
}
