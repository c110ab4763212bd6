import { experimentById, saveExperiment } from '../experiments/index.ts'
import { planForAdoption } from '../lessons/index.ts'
import { addObservation } from '../measurements/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/format.ts'
import type { Acting, Person } from '../platform/web/visitor.ts'
import { daysBetween, reading, schoolDays, start } from './example-pace.ts'
import { exampleWords as words } from './worked-example-words.ts'

/** The same plan taken up in another municipality, a good week under way: too little to tell yet. */
export async function adoptAndStart(
  database: Database,
  {
    acting,
    today,
    experimentId,
    address,
  }: {
    acting: (person: Person, daysAgo: number) => Acting
    today: string
    experimentId: string
    address: (path: string) => string
  },
): Promise<void> {
  const parent = await experimentById(database, experimentId)
  if (!parent) throw new Error('the made-up example was not stored')
  const { newId, now } = acting(people.ambassador, 20)
  const id = newId()
  const startsOn = addDays(today, -9)
  const adopted = planForAdoption(parent, 'fi', newId)
  const measures = adopted.measures
    .slice(0, 1)
    .map((measure) => ({ ...measure, baseline: 71, baselineHow: words.adoptedBaseline }))
  await saveExperiment(database, {
    id,
    municipalityCode: '071',
    parentId: experimentId,
    responsiblePersonId: people.ambassador.id,
    createdBy: people.ambassador.id,
    origin: 'example',
    state: 'planned',
    title: parent.title,
    plan: {
      ...adopted,
      ...words.adopted,
      measures,
      startsOn,
      endsOn: addDays(startsOn, 41),
      hoursPlanned: 12,
      eurosPlanned: 0,
      legalQuestion: 'no',
      dataProtection: 'no_personal_data',
      lane: 'own_work',
    },
    at: now,
  })
  await start(database, acting(people.ambassador, 9), id, address)
  for (const measure of measures)
    for (const [index, day] of schoolDays(startsOn, addDays(today, -1)).entries())
      await addObservation(database, {
        ...acting(people.ambassador, daysBetween(day, today)),
        experimentId: id,
        measure,
        day,
        value: reading(68, index),
        note: null,
        way: 'tap',
        sameDay: 'ask',
      })
}
