import type { z } from '@hono/zod-openapi'
import { checksOf, decisionsOf, embeddingOf } from '../decisions/index.ts'
import { bundleStateOf, readEvaluation } from '../evaluations/index.ts'
import {
  childrenOf,
  eventsOf,
  experimentById,
  experimentsByIds,
  type Experiment,
  isPublic,
  type ListedExperiment,
  listExperiments,
  type PublishedRecord,
  summaryOf,
  themes,
  titleOf,
} from '../experiments/index.ts'
import { lessonOfExperiment } from '../lessons/index.ts'
import { effortOf, seriesOf } from '../measurements/index.ts'
import type { experimentShape } from './experiment-shape.ts'
import { findingAnswer } from './finding-answer.ts'
import { cardOf } from './lesson-card.ts'
import { type Page, pageOf } from './page-of-list.ts'
import { planAnswer } from './plan-answer.ts'
import { placeOf, type Reader, told } from './reader.ts'
import type { experimentSummary } from './shapes.ts'

type Summary = z.input<typeof experimentSummary>
type Whole = z.input<typeof experimentShape>

/** An experiment read whole, as a list would show it. */
export function asListed(experiment: Experiment): ListedExperiment {
  return {
    ...experiment,
    summary: experiment.plan.summary,
    summaries: experiment.published?.tried ?? null,
  }
}

/** The parents among these ids that everybody may know of. */
export async function publicOnes(reader: Reader, ids: readonly (string | null)[]): Promise<Set<string>> {
  const known = await experimentsByIds(
    reader.database,
    ids.filter((id) => id !== null),
  )
  return new Set([...known.values()].filter(isPublic).map((experiment) => experiment.id))
}

/** The row of an experiment in a list. `publicParents` are the ids that may be named as its parent. */
export function summaryAnswer(
  reader: Reader,
  experiment: ListedExperiment,
  publicParents: ReadonlySet<string>,
): Summary {
  const { id, parentId } = experiment
  return {
    id,
    url: reader.page('experiment', { id }),
    api_url: reader.api(`/experiments/${id}`),
    title: titleOf(reader.lang, experiment),
    summary: told(summaryOf(reader.lang, experiment)),
    municipality: placeOf(experiment.municipalityCode, reader.lang),
    origin: experiment.origin,
    is_example: experiment.origin === 'example',
    state: experiment.state,
    outcome: experiment.outcome,
    theme: themes.find((theme) => theme === experiment.theme) ?? null,
    starts_on: experiment.startsOn,
    ends_on: experiment.endsOn,
    year_from: experiment.yearFrom,
    year_to: experiment.yearTo,
    adopted_from: parentId !== null && publicParents.has(parentId) ? parentId : null,
    frozen_at: experiment.frozenAt?.toISOString() ?? null,
    changed_at: experiment.updatedAt.toISOString(),
  }
}

/** A page of the public experiments that a filter leaves, newest change first. */
export async function experimentsAnswer(
  reader: Reader,
  filter: Omit<
    NonNullable<Parameters<typeof listExperiments>[1]>,
    'readerMunicipalities' | 'responsiblePersonId'
  >,
  asked: Page,
) {
  const { experiments, total } = await listExperiments(reader.database, filter, asked.page, asked.perPage)
  const parents = await publicOnes(
    reader,
    experiments.map((experiment) => experiment.parentId),
  )
  return pageOf(
    experiments.map((experiment) => summaryAnswer(reader, experiment, parents)),
    total,
    asked,
  )
}

function publishedAnswer(published: PublishedRecord): NonNullable<Whole['published']> {
  const { cost } = published
  return {
    tried: published.tried,
    measure: published.measure,
    scale: published.scale,
    result: published.result,
    cost: cost && { from_euros: cost.fromEuros, to_euros: cost.toEuros, of: cost.of },
    stop_reason: published.stopReason,
    notes: published.notes,
    figures: published.figures.map(({ arm, ...figure }) => ({ ...figure, kind: arm })),
    sources: published.sources,
  }
}

/** An experiment with all that is public of it; undefined when there is none that everybody may know of. */
export async function experimentAnswer(reader: Reader, id: string, now: Date): Promise<Whole | undefined> {
  const { database } = reader
  const experiment = await experimentById(database, id)
  if (!experiment || !isPublic(experiment)) return undefined
  const [parents, evaluation, events, effort, decisions, embedding, checks, lesson, children] =
    await Promise.all([
      publicOnes(reader, [experiment.parentId]),
      readEvaluation(database, experiment, now),
      eventsOf(database, id),
      effortOf(database, [id]),
      decisionsOf(database, id),
      embeddingOf(database, id),
      checksOf(database, id),
      lessonOfExperiment(database, id),
      childrenOf(database, id),
    ])
  const { plan, published } = experiment
  // Figures that the plan covers until the end are covered here too.
  const covered = evaluation.coverage === 'covered'
  return {
    ...summaryAnswer(reader, asListed(experiment), parents),
    plan: published ? null : planAnswer(plan),
    plan_fingerprint: experiment.planFingerprint,
    plan_url: experiment.frozenAt ? reader.page('plan-file', { id }) : null,
    departures: evaluation.departures.map(({ day, what, why }) => ({ day, what, why })),
    events: events.map(({ day, what }) => ({ day, what })),
    series: plan.measures.map((measure) => ({
      measure_id: measure.id,
      points: seriesOf(plan, covered ? [] : evaluation.observations, measure.id).map(
        ({ day, value, readings, phase }) => ({
          day,
          value,
          readings,
          phase,
        }),
      ),
    })),
    effort: effort.get(id) ?? null,
    finding: findingAnswer(evaluation),
    bundle_url: bundleStateOf(evaluation) === 'ready' ? reader.page('bundle', { id }) : null,
    decisions: decisions.map((decision) => ({
      kind: decision.kind,
      reasons: told(decision.reasons),
      stop_reason: decision.stopReason,
      proposed_by_rule: decision.proposal,
      against_proposal: told(decision.againstProposal),
      would_change: told(decision.wouldChange),
      decided_on: decision.decidedOn,
    })),
    embedding: embedding
      ? {
          unit: told(embedding.unit),
          budget_line: told(embedding.budgetLine),
          in_practice: embedding.inPractice,
          something_new: embedding.somethingNew,
          answers_problem: embedding.answersProblem,
        }
      : null,
    checks: checks.map((check) => ({
      months: check.months,
      due_on: check.dueOn,
      answer: check.answer,
      words: told(check.words),
      answered_on: check.answeredOn,
    })),
    lesson: lesson ? cardOf(lesson) : null,
    published: published && publishedAnswer(published),
    adopted_in: children.filter(isPublic).map((child) => child.id),
  }
}
