import { changeStage, designOf, experimentById, saveExperiment } from '../experiments/index.ts'
import { planForAdoption, writeLesson } from '../lessons/index.ts'
import { importTable } from '../measurements/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/format.ts'
import type { Acting, Person } from '../platform/web/visitor.ts'
import { reading, schoolDays, start } from './example-pace.ts'
import { type ExampleAdopter, exampleAdopters } from './example-adopters-words.ts'
import { exampleWords } from './worked-example-words.ts'

interface Parts {
  acting: (person: Person, daysAgo: number) => Acting
  today: string
  experimentId: string
  address: (path: string) => string
}

/**
 * The made-up plan taken up in several municipalities and carried through, so that what they show together can be seen. One of
 * them has told nothing. Readings come as pasted tables, everything else by the same actions as people's own doing.
 */
export async function adoptElsewhere(database: Database, parts: Parts): Promise<void> {
  for (const adopter of exampleAdopters) await adoptIn(database, adopter, parts)
}

async function adoptIn(
  database: Database,
  adopter: ExampleAdopter,
  { acting, today, experimentId, address }: Parts,
): Promise<void> {
  const parent = await experimentById(database, experimentId)
  if (!parent) throw new Error('the made-up example was not stored')
  const { newId, now } = acting(people.ambassador, adopter.startedDaysAgo + 10)
  const id = newId()
  const startsOn = addDays(today, -adopter.startedDaysAgo)
  const endsOn = addDays(startsOn, 41)
  const adopted = planForAdoption(parent, 'fi', newId)
  const [waste] = adopted.measures
  if (!waste) throw new Error('the made-up example has no measure')
  const measure = { ...waste, baseline: adopter.before, baselineHow: exampleWords.adoptedBaseline }
  await saveExperiment(database, {
    id,
    municipalityCode: adopter.municipalityCode,
    parentId: experimentId,
    origin: 'example',
    state: 'planned',
    title: parent.title,
    plan: {
      ...adopted,
      ...exampleWords.adopted,
      ...adopter.words,
      measures: [measure],
      design: {
        ...designOf('before_after'),
        weeksBefore: 4,
        usualLow: adopter.before - 8,
        usualHigh: adopter.before + 8,
        pickedForReading: false,
      },
      startsOn,
      endsOn,
      hoursPlanned: 12,
      eurosPlanned: 0,
      legalQuestion: 'no',
      dataProtection: 'no_personal_data',
      lane: 'own_work',
    },
    at: now,
  })
  await start(database, acting(people.ambassador, adopter.startedDaysAgo), id, address)
  const ended = acting(people.ambassador, adopter.startedDaysAgo - 43)
  if (adopter.during !== null) {
    const during = adopter.during
    const rows = schoolDays(addDays(startsOn, -28), endsOn).map((day, index) => ({
      line: index + 1,
      unit: null,
      day,
      value: reading(day < startsOn ? adopter.before : during, index + adopter.offset),
      note: null,
    }))
    const imported = await importTable(database, {
      ...ended,
      experimentId: id,
      measure,
      rows,
      replaceStored: false,
    })
    if (!imported.ok) throw new Error('the readings of the made-up example were not taken')
  }
  await changeStage(database, { ...ended, id, move: 'gather_lessons', reason: null })
  if (adopter.lesson)
    await writeLesson(database, {
      ...acting(people.ambassador, adopter.startedDaysAgo - 50),
      experimentId: id,
      version: 0,
      words: adopter.lesson,
    })
}
