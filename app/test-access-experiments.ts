import { gzipSync } from 'node:zlib'
import { dataFingerprint } from './evaluations/data-fingerprint.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { experimentStates, idOfRealExperiment, loadRealExperiments, type Plan } from './experiments/index.ts'
import { hashOfPosterSecret } from './measurements/poster.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import type { Database } from './platform/database/database.ts'
import { addRow, type Row } from './platform/database/test-add-row.ts'
import type { AccessRecord } from './test-access-records.ts'
import { ownMunicipality, secretOfDrafts } from './test-access-visitors.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** The secret of a poster of the matrix. */
export function posterSecretOf(posterId: string): string {
  return posterId.replaceAll('-', '')
}

/** A plan in which every text that is told holds the secret. */
function secretPlan(measureId: string): Plan {
  const told = (text: string) => `${text} ${secretOfDrafts}`
  const plan = examplePlan()
  const words = Object.fromEntries(
    Object.entries(plan).map(([name, value]) => [
      name,
      typeof value === 'string' && /[ä ]/.test(value) ? told(value) : value,
    ]),
  )
  return {
    ...plan,
    ...words,
    measures: [exampleMeasure({ id: measureId, name: told('Hävikki'), baselineHow: told('Punnittu') })],
    decisionRule: { spreadWhen: told('Pienenee'), stopWhen: told('Ei pienene'), decider: told('Päällikkö') },
  } as Plan
}

/** Adds one row of everything that can belong to an experiment, and returns what addresses call them. */
async function addParts(
  database: Database,
  { site, id, measureId, frozen }: { site: Site; id: string; measureId: string; frozen: boolean },
): Promise<Record<string, string>> {
  const { now } = site.clock
  const words = frozen ? 'Näkyvä sana' : `Sana ${secretOfDrafts}`
  const parameters = {
    id,
    measureId,
    step: '1',
    importId: site.newId(),
    fileId: site.newId(),
    observationId: site.newId(),
    checkId: site.newId(),
    posterId: site.newId(),
  }
  const decisionId = site.newId()
  const day = '2026-03-09'
  const fingerprint = 'a'.repeat(64)
  const part = (row: Row) => ({
    id: site.newId(),
    experiment_id: id,
    municipality_code: ownMunicipality,
    ...row,
  })
  const by = people.employee.id
  await addRow(
    database,
    'measurement_imports',
    part({ id: parameters.importId, row_count: 1, imported_by: by, imported_at: now }),
  )
  // A file on its way in is for whoever sent it alone.
  const row = [1, '9.3.2026', words]
  await addRow(
    database,
    'import_files',
    part({
      id: parameters.fileId,
      measure_id: measureId,
      file_name: words.slice(0, 100),
      fingerprint,
      outline: JSON.stringify({
        format: 'csv',
        encoding: 'utf-8',
        separator: ';',
        sheets: [{ name: words, rowCount: 1, first: [row] }],
      }),
      choice: JSON.stringify({
        sheet: 0,
        headed: false,
        day: 0,
        value: 1,
        place: null,
        onePlace: null,
        note: null,
        unitName: null,
        decimals: 'ask',
        repeated: 'ask',
        existing: 'ask',
        leaveOut: false,
      }),
      reading: JSON.stringify({
        good: 0,
        faulty: 1,
        leftOut: 0,
        replacing: 0,
        phases: { before: 0, during: 0, after: 0 },
        firstDay: null,
        lastDay: null,
        first: [],
        asks: { decimals: false, repeated: false, existing: false },
      }),
      problems: gzipSync(JSON.stringify([{ line: 1, fault: 'bad-value', text: words }])),
      state: 'waiting',
      uploaded_by: by,
      uploaded_at: now,
    }),
  )
  const reading = { measure_id: measureId, value: 50, note: words, entered_by: by, at: now }
  await addRow(database, 'observations', part({ ...reading, id: parameters.observationId, day, way: 'form' }))
  await addRow(
    database,
    'observations',
    part({ ...reading, day: '2026-03-08', way: 'paste', import_id: parameters.importId }),
  )
  const told = [day, '2026-03-08'].map((one) => ({ measureId, day: one, value: 50, unit: null }))
  await addRow(database, 'evaluations', {
    experiment_id: id,
    municipality_code: ownMunicipality,
    measures: '{}',
    engine_version: '0.0.0',
    seed: 1,
    plan_fingerprint: fingerprint,
    data_fingerprint: dataFingerprint(told),
    engine_calls: JSON.stringify([{ function: words, arguments: [], answer: {} }]),
    computed_at: now,
  })
  await addRow(
    database,
    'posters',
    part({
      id: parameters.posterId,
      measure_id: measureId,
      label: words,
      lang: 'fi',
      secret_hash: hashOfPosterSecret(posterSecretOf(parameters.posterId)) ?? '',
      made_by: by,
      made_at: now,
    }),
  )
  await addRow(database, 'effort_entries', part({ day, hours: 1, what: words, entered_by: by, at: now }))
  await addRow(database, 'diary_entries', part({ day, text: words, person_id: by, at: now }))
  await addRow(
    database,
    'experiment_leaves',
    part({ asked_by: by, asked_at: now, asked_words: words, plan_fingerprint: fingerprint }),
  )
  await addRow(
    database,
    'experiment_stages',
    part({ from_state: 'draft', to_state: 'planned', at: now, person_id: by, reason: words }),
  )
  await addRow(
    database,
    'experiment_departures',
    part({ day, what: words, why: words, person_id: by, at: now }),
  )
  await addRow(
    database,
    'explorations',
    part({
      measure_id: measureId,
      method: 'run-chart',
      period: 'whole',
      why: words,
      evaluation: JSON.stringify({ finding: {}, analysis: null }),
      engine_version: '0.1.0',
      data_fingerprint: 'b'.repeat(64),
      person_id: by,
      at: now,
    }),
  )
  await addRow(database, 'experiment_events', part({ day, what: words, person_id: by, at: now }))
  await addRow(
    database,
    'findings',
    part({
      happened: words,
      tells: 'cannot_tell',
      learning: 'both',
      figures: 'null',
      plan_fingerprint: fingerprint,
      data_fingerprint: fingerprint,
      evidence_level: 1,
      written_by: by,
      written_at: now,
      version: 1,
    }),
  )
  await addRow(
    database,
    'lessons',
    part({
      language: 'fi',
      worked: words,
      did_not_work: words,
      surprised: words,
      conditions: words,
      works: 'partly',
      written_by: by,
      written_at: now,
      version: 1,
    }),
  )
  await addRow(
    database,
    'decisions',
    part({
      id: decisionId,
      kind: 'continue',
      reasons: words,
      would_change: words,
      decided_by: people.leader.id,
      decided_on: day,
      at: now,
    }),
  )
  await addRow(database, 'draws', {
    experiment_id: id,
    municipality_code: ownMunicipality,
    seed: fingerprint,
    commitment: fingerprint,
    committed_at: now,
    drawn_at: now,
    plan_fingerprint: fingerprint,
    drawn: JSON.stringify([words]),
  })
  const lives = { unit: words, budget_line: words, instruction: words, owner: words, updated_at: now }
  await addRow(database, 'embeddings', {
    ...lives,
    experiment_id: id,
    municipality_code: ownMunicipality,
    in_practice: true,
    something_new: false,
    answers_problem: true,
  })
  await addRow(
    database,
    'checks',
    part({ id: parameters.checkId, decision_id: decisionId, months: 6, due_on: '2026-09-09', words }),
  )
  return parameters
}

/** Adds an experiment in every state, with everything that can belong to it, and the published ones. */
export async function addExperiments(database: Database, site: Site): Promise<AccessRecord[]> {
  const records: AccessRecord[] = []
  for (const state of experimentStates) {
    const id = site.newId()
    const measureId = site.newId()
    const frozen = !['draft', 'awaiting_decision', 'planned'].includes(state)
    await saveExampleExperiment(database, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state,
      plan: frozen ? examplePlan({ measures: [exampleMeasure({ id: measureId })] }) : secretPlan(measureId),
      responsiblePersonId: people.employee.id,
    })
    records.push({ state, parameters: await addParts(database, { site, id, measureId, frozen }) })
  }
  await loadRealExperiments(database, site.clock.now)
  const anyId = () => site.newId()
  records.push({
    state: 'published',
    parameters: {
      id: idOfRealExperiment('EX01'),
      measureId: anyId(),
      step: '1',
      importId: anyId(),
      fileId: anyId(),
      observationId: anyId(),
      checkId: anyId(),
      posterId: anyId(),
    },
  })
  return records
}
