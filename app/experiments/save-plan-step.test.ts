import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { countedIds } from '../platform/identifiers.ts'
import { asSystem } from '../platform/database/acting.ts'
import { loadMunicipalities } from '../municipalities/index.ts'
import { examplePeopleOfTrial, loadExamplePeople } from '../people/index.ts'
import { makeMainMeasure, mostMeasures, removeMeasure, saveMeasure } from './change-measures.ts'
import { experimentById } from './experiment-store.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments.examples.ts'
import { emptyPlan, type Plan } from './plan.ts'
import { answersOf, fieldsOf, type FieldValue, type PlanField } from './plan-fields.ts'
import { planSteps } from './plan-steps.ts'
import { schemaOfFields } from './pages/plan-field-input.tsx'
import { savePlanStep, typedAnswers } from './save-plan-step.ts'

const now = new Date('2026-03-10T08:00:00Z')
const newId = countedIds()
const acting = { person: examplePeopleOfTrial.employee, now, requestId: 'r', lang: 'fi', newId } as const
let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
  await asSystem(test.database, async (database) => {
    await loadMunicipalities(database)
    await loadExamplePeople(database, now)
  })
})
afterAll(() => test.close())

const draft = (plan: Plan = emptyPlan()) =>
  asSystem(test.database, (database) =>
    saveExampleExperiment(database, { id: newId(), newId, at: now, state: 'draft', plan }),
  )
const planOf = async (id: string) => {
  const experiment = await experimentById(test.everything, id)
  if (!experiment) throw new Error('the experiment is gone')
  return experiment.plan
}

/** Any answer that a field may hold, or none. */
function anyAnswer(field: PlanField): fc.Arbitrary<FieldValue> {
  const written = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter(
      (text) => text === text.trim() && text !== '' && !/[\p{Cc}\ufffd]/u.test(text) && text.isWellFormed(),
    )
  switch (field.kind) {
    case 'line':
    case 'text':
      return fc.option(written)
    case 'day':
      return fc.option(
        fc
          .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      )
    case 'number':
      return fc.option(
        fc
          .integer({ min: (field.least ?? 0) * 10, max: (field.most ?? 50) * 10 })
          .map((tenths) => (field.whole ? Math.max(field.least ?? 0, Math.floor(tenths / 10)) : tenths / 10)),
      )
    case 'choice':
      return fc.option(fc.constantFrom(...(field.options ?? [])))
    case 'person':
      return fc.option(fc.constantFrom(examplePeopleOfTrial.leader.id))
  }
}

describe('a half-filled plan', () => {
  it('can be saved on any page, whatever is told and left out, and comes back unchanged', async () => {
    const measured = examplePlan({
      measures: [exampleMeasure(), exampleMeasure({ id: newId(), kind: 'faces' })],
    })
    const people = [{ id: examplePeopleOfTrial.leader.id, name: 'Leena Luotsi' }]
    for (const step of planSteps) {
      const fields = fieldsOf(step, measured)
      const answersOfPage = fc.record(
        Object.fromEntries(fields.map((field) => [field.name, anyAnswer(field)])),
      ) as fc.Arbitrary<Record<string, FieldValue>>
      await fc.assert(
        fc.asyncProperty(answersOfPage, async (answers) => {
          const { startsOn, endsOn } = answers
          fc.pre(typeof startsOn !== 'string' || typeof endsOn !== 'string' || startsOn <= endsOn)
          const id = await draft({ ...measured, startsOn: null, endsOn: null })
          const saved = await asSystem(test.database, (database) =>
            savePlanStep(database, { ...acting, id, step, version: 0, answers }),
          )
          expect(saved.ok).toBe(true)
          const plan = await planOf(id)
          expect(answersOf(plan, fields)).toEqual(answers)
          // What the form shows is read back as the same answers.
          for (const lang of ['fi', 'en'] as const)
            expect(schemaOfFields(lang, fields, people).parse(typedAnswers(lang, plan, fields))).toEqual(
              answers,
            )
        }),
        { numRuns: 8 },
      )
    }
  })
})

describe('two people on one page', () => {
  it('loses nothing: the second one is refused with what the first one saved', async () => {
    const id = await draft()
    const save = (goal: string) =>
      asSystem(test.database, (database) =>
        savePlanStep(database, {
          ...acting,
          id,
          step: 'goal',
          version: 0,
          answers: { question: null, goal, targetGroup: null, theme: null },
        }),
      )
    const outcomes = await Promise.all([save('Ensimmäinen'), save('Toinen')])
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    const kept = (await planOf(id)).goal
    const refused = outcomes.find((outcome) => !outcome.ok)
    expect(refused).toMatchObject({ ok: false, problems: [], theirs: { goal: kept } })
  })
})

describe('measures of a plan', () => {
  const answers = {
    measureName: 'Jonotus',
    measureKind: 'number',
    measureUnit: 'min',
    direction: 'down',
    baseline: 12,
    baselineHow: null,
  }
  const save = (id: string, measureId: string, change: Record<string, FieldValue> = {}, version = 0) =>
    asSystem(test.database, (database) =>
      saveMeasure(database, { ...acting, id, measureId, version, answers: { ...answers, ...change } }),
    )

  it('are added once even when the form is sent twice, and are not added empty', async () => {
    const id = await draft()
    const measureId = newId()
    await save(id, measureId)
    await save(id, measureId, {}, 1)
    await save(id, newId(), { measureName: null, measureUnit: null, baseline: null })
    expect((await planOf(id)).measures).toMatchObject([{ id: measureId, name: 'Jonotus', baseline: 12 }])
  })

  it('forget figures that were given in another kind of measure', async () => {
    const id = await draft(examplePlan())
    await save(id, exampleMeasure().id, { measureKind: 'faces', baseline: 2 })
    expect((await planOf(id)).measures[0]).toMatchObject({
      kind: 'faces',
      baseline: 2,
      predicted: null,
      smallestWorthwhile: null,
      harmLimit: null,
    })
  })

  it('may be reordered and removed, and there are never more than anybody follows', async () => {
    const id = await draft()
    const ids = Array.from({ length: mostMeasures }, () => newId())
    for (const measureId of ids) expect((await save(id, measureId)).ok).toBe(true)
    expect(await save(id, newId())).toMatchObject({ ok: false })
    const last = ids.at(-1) ?? ''
    await asSystem(test.database, async (database) => {
      await makeMainMeasure(database, { ...acting, id, measureId: last })
      await removeMeasure(database, { ...acting, id, measureId: ids[0] ?? '' })
    })
    const { measures } = await planOf(id)
    expect(measures.map((one) => one.id)).toEqual([last, ...ids.slice(1, -1)])
  })

  it('show a conflict only to whoever changed the same measure', async () => {
    const id = await draft(examplePlan())
    const first = exampleMeasure().id
    await save(id, newId())
    expect((await save(id, first, { measureName: 'Hävikki' })).ok).toBe(true)
    expect(await save(id, first, { measureName: 'Biojäte' })).toMatchObject({
      ok: false,
      theirs: { measureName: 'Hävikki' },
    })
  })
})
