import {
  exampleMeasure,
  examplePlan,
  saveExampleExperiment,
} from '../app/experiments/experiments.examples.ts'
import { sendWeeklyReminders } from '../app/measurements/send-weekly-reminders.ts'
import { mondayOf } from '../app/measurements/reminder-week.ts'
import { examplePeopleOfTrial as people } from '../app/people/index.ts'
import { systemClock } from '../app/platform/clock.ts'
import { readConfiguration } from '../app/platform/configuration.ts'
import { asSystem } from '../app/platform/database/acting.ts'
import type { Database } from '../app/platform/database/database.ts'
import { openData } from '../app/platform/database/open-data.ts'
import { addDays, dayOf, momentInFinland } from '../app/platform/format.ts'
import { orderedIds } from '../app/platform/identifiers.ts'
import { newLife } from '../app/platform/life.ts'
import { registerAddresses } from '../app/platform/web/address.ts'
import { addresses } from '../app/addresses.ts'

/** Works beside a running application on its database, as the operator's commands do. */
async function beside<Result>(
  dataFolder: string,
  work: (system: Database) => Promise<Result>,
): Promise<Result> {
  const life = newLife()
  const data = await openData(readConfiguration({ USKALLA_DATA: dataFolder }), life, 'command')
  try {
    return await asSystem(data.database, work)
  } finally {
    await life.stop()
  }
}

const newId = orderedIds()

/** A trial of Keitele that runs now, with a number and faces to log. Returns its id. */
export function startsATrial(dataFolder: string): Promise<string> {
  const today = dayOf(systemClock())
  return beside(dataFolder, (system) =>
    saveExampleExperiment(system, {
      id: newId(),
      newId,
      at: systemClock(),
      responsiblePersonId: people.employee.id,
      plan: examplePlan({
        startsOn: addDays(today, -14),
        endsOn: addDays(today, 60),
        measures: [
          exampleMeasure({ id: newId(), name: 'Lautashävikki', unit: 'kg' }),
          exampleMeasure({ id: newId(), name: 'Ruokasalin tunnelma', unit: '', kind: 'faces' }),
        ],
      }),
    }),
  )
}

/** The job of the coming Monday at seven, with the clock handed in: the application has no clock to turn. */
export function mondayMorningComes(
  dataFolder: string,
  { baseUrl, replyDomain }: { baseUrl: string; replyDomain: string },
): Promise<number> {
  registerAddresses(addresses)
  const now = momentInFinland(addDays(mondayOf(dayOf(systemClock())), 7), '07:00')
  return beside(dataFolder, (system) => sendWeeklyReminders(system, { now, newId, baseUrl, replyDomain }))
}
