import {
  checksOf,
  DecisionSection,
  decisionsOf,
  embeddingOf,
  FollowUpSection,
} from '../../decisions/index.ts'
import type { Check, Decision, Embedding } from '../../decisions/index.ts'
import {
  BundleLink,
  CoverageNote,
  EvidenceLevel,
  MeasureResult,
  PredictedAndHappened,
  readEvaluation,
  RecordedNote,
} from '../../evaluations/index.ts'
import type { Evaluation } from '../../evaluations/index.ts'
import {
  diaryOf,
  type DiaryEntry,
  DiarySection,
  type Experiment,
  ExperimentHead,
  InShort,
  isTriedHere,
  namesFor,
  NextStep,
  PlanSection,
  PublishedSection,
  readableExperiment,
  RetrospectiveNote,
  RetrospectiveSources,
  summaryOf,
  titleOf,
} from '../../experiments/index.ts'
import { costOf, type IdeaCost } from '../../ideas/index.ts'
import {
  type FamilyMember,
  familyOf,
  FamilySection,
  type Lesson,
  lessonOfExperiment,
  LessonSection,
  municipalitiesRepeating,
  PooledFigures,
} from '../../lessons/index.ts'
import {
  type Effort,
  effortOf,
  EffortSection,
  mayLogEffort,
  mayMeasure,
  type Promises,
  PromisesSection,
  readPromises,
} from '../../measurements/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { resourcePicture, ResourcesSection } from '../../resources/index.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Section } from '../../ui/index.ts'

interface ExperimentData {
  experiment: Experiment
  family: FamilyMember
  own: OwnData | undefined
}

/** What only experiments of our own have; published ones have what their sources tell. */
interface OwnData {
  evaluation: Evaluation
  diary: DiaryEntry[]
  names: Map<string, string>
  decisions: Decision[]
  embedding: Embedding | undefined
  checks: Check[]
  lesson: Lesson | undefined
  effort: Effort | undefined
  pondering: IdeaCost | undefined
  promises: Promises | undefined
}

async function readOwn(visit: Visit, experiment: Experiment): Promise<OwnData> {
  const { database } = visit
  const [evaluation, diary, decisions, embedding, checks, lesson, effort, pondering, promises] =
    await Promise.all([
      readEvaluation(database, experiment, visit.now),
      diaryOf(database, experiment.id),
      decisionsOf(database, experiment.id),
      embeddingOf(database, experiment.id),
      checksOf(database, experiment.id),
      lessonOfExperiment(database, experiment.id),
      effortOf(database, [experiment.id]),
      experiment.ideaId === null ? undefined : costOf(database, experiment.ideaId),
      readPromises(visit, experiment),
    ])
  const names = await namesFor(
    visit,
    experiment,
    diary.map((entry) => entry.personId),
  )
  return {
    evaluation,
    diary,
    names,
    decisions,
    embedding,
    checks,
    lesson,
    effort: effort.get(experiment.id),
    pondering,
    promises,
  }
}

/** Everything about one experiment on one page: question, prediction beside result, plan, diary, decision, lesson, family. */
export const experimentPage: ReadPage<ExperimentData> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    if (!experiment) return undefined
    return {
      experiment,
      family: await familyOf(visit.database, visit, experiment),
      own: experiment.origin === 'published' ? undefined : await readOwn(visit, experiment),
    }
  },
  view: ({ visit, data: { experiment, family, own } }) => {
    const title = titleOf(visit.lang, experiment)
    return {
      title,
      description:
        summaryOf(visit.lang, {
          summary: experiment.plan.summary,
          summaries: experiment.published?.tried ?? null,
        }) ?? undefined,
      breadcrumb: [
        { text: texts[visit.lang].site.navigation.experiments, href: visit.to('experiments') },
        { text: title },
      ],
      body: (
        <article class="experiment">
          <ExperimentHead visit={visit} experiment={experiment} />
          <RetrospectiveNote visit={visit} experiment={experiment} />
          <NextStep visit={visit} experiment={experiment} />
          <InShort visit={visit} experiment={experiment} />
          {own && experiment.origin === 'retrospective' ? (
            <RetrospectiveSections visit={visit} experiment={experiment} evaluation={own.evaluation} />
          ) : own ? (
            <OwnSections visit={visit} experiment={experiment} own={own} family={family} />
          ) : (
            <PublishedSection visit={visit} experiment={experiment} />
          )}
          <FamilySection visit={visit} experiment={experiment} family={family} />
        </article>
      ),
    }
  },
}

function OwnSections({
  visit,
  experiment,
  own,
  family,
}: {
  visit: Visit
  experiment: Experiment
  own: OwnData
  family: FamilyMember
}) {
  const picture = resourcePicture(experiment.plan, {
    effort: own.effort,
    pondering: own.pondering,
    municipalitiesRepeating: municipalitiesRepeating(family, experiment.id),
  })
  const frozen = experiment.frozenAt !== null
  return (
    <>
      {frozen && <ResultSection visit={visit} experiment={experiment} evaluation={own.evaluation} />}
      {own.promises && <PromisesSection visit={visit} experiment={experiment} promises={own.promises} />}
      <DecisionSection visit={visit} experiment={experiment} decisions={own.decisions} />
      <LessonSection visit={visit} experiment={experiment} lesson={own.lesson} />
      <PlanSection visit={visit} experiment={experiment} departures={own.evaluation.departures} />
      {frozen && <DiarySection visit={visit} entries={own.diary} names={own.names} />}
      <ResourcesSection visit={visit} picture={picture} />
      <EffortSection lang={visit.lang} effort={own.effort} />
      {mayLogEffort(visit, { experiment }) && (
        <p>
          <a href={visit.to('log-hours', { id: experiment.id })}>
            {texts[visit.lang].measurements.list.effort}
          </a>
        </p>
      )}
      <FollowUpSection visit={visit} experiment={experiment} embedding={own.embedding} checks={own.checks} />
    </>
  )
}

/** An example worked out afterwards: its result, what it compares, its figures and their sources. Nobody decides upon it. */
function RetrospectiveSections(props: { visit: Visit; experiment: Experiment; evaluation: Evaluation }) {
  const { visit, experiment, evaluation } = props
  return (
    <>
      {evaluation.observations.length > 0 &&
        (experiment.plan.design?.kind === 'just_try' ? (
          <SeriesOnly {...props} />
        ) : (
          <ResultSection {...props} />
        ))}
      <PooledFigures visit={visit} experiment={experiment} />
      <RetrospectiveSources visit={visit} experiment={experiment} />
      <PlanSection visit={visit} experiment={experiment} departures={evaluation.departures} />
    </>
  )
}

/** Series that show something and from which nothing is concluded. */
function SeriesOnly(props: { visit: Visit; experiment: Experiment; evaluation: Evaluation }) {
  const evaluation: Evaluation = { ...props.evaluation, coverage: 'chart_only' }
  return (
    <Section title={texts[props.visit.lang].evaluations.section.title} id="result">
      {props.experiment.plan.measures.map((measure) => {
        const finding = evaluation.byMeasure.get(measure.id)
        return finding ? (
          <MeasureResult visit={props.visit} evaluation={evaluation} measure={measure} finding={finding} />
        ) : null
      })}
    </Section>
  )
}

function ResultSection({
  visit,
  experiment,
  evaluation,
}: {
  visit: Visit
  experiment: Experiment
  evaluation: Evaluation
}) {
  const words = texts[visit.lang].evaluations
  const measurements = texts[visit.lang].measurements
  const measure = experiment.plan.measures[0]
  const finding = measure && evaluation.byMeasure.get(measure.id)
  return (
    <Section title={words.section.title} id="result">
      <CoverageNote visit={visit} evaluation={evaluation} />
      {isTriedHere(experiment) && <PredictedAndHappened visit={visit} evaluation={evaluation} />}
      <RecordedNote visit={visit} evaluation={evaluation} />
      {measure && finding && (
        <MeasureResult visit={visit} evaluation={evaluation} measure={measure} finding={finding} />
      )}
      <EvidenceLevel visit={visit} evaluation={evaluation} measure={measure} finding={finding} />
      <ButtonRow>
        {mayMeasure(visit, { experiment }) && (
          <ButtonLink kind="secondary" href={visit.to('measurements', { id: experiment.id })}>
            {measurements.add.title}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={visit.to('evaluation', { id: experiment.id })}>
          {words.section.link}
        </ButtonLink>
        <BundleLink visit={visit} evaluation={evaluation} />
      </ButtonRow>
    </Section>
  )
}
