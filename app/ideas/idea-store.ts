import { type Selectable, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { HourOffer, Idea, IdeaCost, IdeaState, PonderingProgress } from './idea.ts'

interface IdeasTable extends HidingColumns {
  id: string
  municipality_code: string
  told_by: string
  problem: string
  trial: string
  for_whom: string
  language: Lang
  state: IdeaState
  answer: string | null
  answered_at: Date | null
  elsewhere_experiment_id: string | null
  elsewhere_url: string | null
  is_example: boolean
  version: number
  created_at: Date
  updated_at: Date
}

interface HourOffersTable {
  idea_id: string
  person_id: string
  municipality_code: string
  hours: number
  offered_at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    ideas: IdeasTable
    hour_offers: HourOffersTable
  }
}

const ideasPerPage = 20

function ideaOf(row: Selectable<IdeasTable>): Idea {
  const hidden = hiddenOf(row)
  return {
    id: row.id,
    municipalityCode: row.municipality_code,
    toldBy: row.told_by,
    problem: hidden ? '' : row.problem,
    trial: hidden ? '' : row.trial,
    forWhom: hidden ? '' : row.for_whom,
    language: row.language,
    state: row.state,
    answer: hidden ? null : row.answer,
    answeredAt: row.answered_at,
    elsewhereExperimentId: row.elsewhere_experiment_id,
    elsewhereUrl: hidden ? null : row.elsewhere_url,
    isExample: row.is_example,
    hidden,
    version: row.version,
    createdAt: row.created_at,
  }
}

export async function findIdea(database: Database, id: string): Promise<Idea | undefined> {
  const row = await database.selectFrom('ideas').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ideaOf(row)
}

export async function saveIdea(database: Database, idea: Idea): Promise<void> {
  await database
    .insertInto('ideas')
    .values({
      id: idea.id,
      municipality_code: idea.municipalityCode,
      told_by: idea.toldBy,
      problem: idea.problem,
      trial: idea.trial,
      for_whom: idea.forWhom,
      language: idea.language,
      state: idea.state,
      answer: idea.answer,
      answered_at: idea.answeredAt,
      elsewhere_experiment_id: idea.elsewhereExperimentId,
      elsewhere_url: idea.elsewhereUrl,
      is_example: idea.isExample,
      version: idea.version,
      created_at: idea.createdAt,
      updated_at: idea.createdAt,
    })
    .execute()
}

/** Changes the words of an idea if nobody changed it since `version`. True when it was changed. */
export async function updateIdeaWords(
  database: Database,
  change: { id: string; version: number; problem: string; trial: string; forWhom: string; now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('ideas')
    .set({
      problem: change.problem,
      trial: change.trial,
      for_whom: change.forWhom,
      updated_at: change.now,
      version: change.version + 1,
    })
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Moves a new idea to being pondered; an idea further on stays where it is. */
export async function beginPondering(database: Database, id: string, now: Date): Promise<void> {
  await database
    .updateTable('ideas')
    .set({ state: 'pondering', updated_at: now })
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute()
}

/** Gives an open idea its answer. True when it was still open. */
export async function answerIdea(
  database: Database,
  id: string,
  answer: Pick<Idea, 'state' | 'answer' | 'elsewhereExperimentId' | 'elsewhereUrl'> & { now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('ideas')
    .set({
      state: answer.state,
      answer: answer.answer,
      answered_at: answer.now,
      elsewhere_experiment_id: answer.elsewhereExperimentId,
      elsewhere_url: answer.elsewhereUrl,
      updated_at: answer.now,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['new', 'pondering'])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface IdeaFilter {
  municipalityCode?: string
  state?: IdeaState
}

/** A page of ideas, newest first, each with its cost so far, and how many there are in all. Pages count from 1. */
export async function listIdeas(
  database: Database,
  { municipalityCode, state, page = 1 }: IdeaFilter & { page?: number },
): Promise<{ ideas: (Idea & { cost: IdeaCost })[]; total: number; pages: number }> {
  let wanted = database.selectFrom('ideas').where('hidden_at', 'is', null)
  if (municipalityCode) wanted = wanted.where('municipality_code', '=', municipalityCode)
  if (state) wanted = wanted.where('state', '=', state)
  const rows = await wanted
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(ideasPerPage)
    .offset((page - 1) * ideasPerPage)
    .execute()
  const costs = await costsOf(
    database,
    rows.map((row) => row.id),
  )
  const total = Number(rows[0]?.total ?? 0)
  return {
    ideas: rows.map((row) => ({ ...ideaOf(row), cost: costs.get(row.id) ?? nothing })),
    total,
    pages: Math.ceil(total / ideasPerPage),
  }
}

const nothing: IdeaCost = { hours: 0, people: 0, euros: 0 }

/** What each idea has cost so far. Ideas that have cost nothing yet may be missing from the map. */
export async function costsOf(database: Database, ids: readonly string[]): Promise<Map<string, IdeaCost>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ idea_id: string; hours: number; people: number; euros: number }>`
    select idea_id, hours, people, euros from cost_of_ideas(${ids}::uuid[])`.execute(database)
  return new Map(rows.map((row) => [row.idea_id, { hours: row.hours, people: row.people, euros: row.euros }]))
}

export async function costOf(database: Database, id: string): Promise<IdeaCost> {
  return (await costsOf(database, [id])).get(id) ?? nothing
}

/** What everybody may know of the pondering of an idea: how much is offered by how many, and whether a time is agreed. */
export async function progressOf(database: Database, ideaId: string): Promise<PonderingProgress> {
  const { rows } = await sql<{ hours: number; people: number; pondering_agreed: boolean }>`
    select hours, people, pondering_agreed from offered_for_idea(${ideaId}::uuid)`.execute(database)
  const [row] = rows
  return {
    hoursOffered: row?.hours ?? 0,
    peopleOffering: row?.people ?? 0,
    agreed: row?.pondering_agreed ?? false,
  }
}

/** The offers for an idea as far as whoever reads may see them, first offered first. */
export async function offersFor(database: Database, ideaId: string): Promise<HourOffer[]> {
  const rows = await database
    .selectFrom('hour_offers')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .orderBy('offered_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    municipalityCode: row.municipality_code,
    hours: Number(row.hours),
  }))
}

/** Saves somebody's offer; a new offer takes the place of their earlier one. */
export async function saveOffer(
  database: Database,
  ideaId: string,
  offer: HourOffer & { now: Date },
): Promise<void> {
  const row = {
    idea_id: ideaId,
    person_id: offer.personId,
    municipality_code: offer.municipalityCode,
    hours: offer.hours,
    offered_at: offer.now,
  }
  await database
    .insertInto('hour_offers')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['idea_id', 'person_id']).doUpdateSet({ hours: offer.hours, offered_at: offer.now }),
    )
    .execute()
}

/** Open ideas that a person told, and those of their municipalities, the newest twenty. */
export async function openIdeasOf(
  database: Database,
  { personId, municipalityCodes }: { personId: string; municipalityCodes: readonly string[] },
): Promise<(Idea & { cost: IdeaCost })[]> {
  const rows = await database
    .selectFrom('ideas')
    .selectAll()
    .where('state', 'in', ['new', 'pondering'])
    .where('hidden_at', 'is', null)
    .where((where) =>
      where.or([
        where('told_by', '=', personId),
        ...(municipalityCodes.length > 0 ? [where('municipality_code', 'in', municipalityCodes)] : []),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(ideasPerPage)
    .execute()
  const costs = await costsOf(
    database,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...ideaOf(row), cost: costs.get(row.id) ?? nothing }))
}
