import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import type { ExperimentState, Plan } from './experiments/index.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { mailByKey } from './platform/mail/mail-store.ts'
import type { createTestSite } from './test-site.ts'
import { savePromise } from './measurements/promise-store.ts'
import { sendWeeklyReminders } from './measurements/send-weekly-reminders.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** A Monday in March at half past seven in Finland. */
export const mondayMorning = new Date('2026-03-16T05:30:00Z')

/** A trial of Keitele that Kaisa has promised to log, or whoever is named; its plan's first measure with these changes. */
export async function promisedTrial(
  site: Site,
  {
    state = 'running',
    who = 'employee',
    measure = {},
    plan = {},
  }: {
    state?: ExperimentState
    who?: keyof typeof people
    measure?: Parameters<typeof exampleMeasure>[0]
    plan?: Partial<Plan>
  } = {},
): Promise<{ id: string; measureId: string }> {
  const measureId = site.newId()
  const municipalityCode = people[who].memberships[0].municipalityCode ?? '239'
  const id = await asSystem(site.database, (database) =>
    saveExampleExperiment(database, {
      id: site.newId(),
      newId: site.newId,
      at: site.clock.now,
      state,
      municipalityCode,
      responsiblePersonId: people[who].id,
      plan: examplePlan({ measures: [exampleMeasure({ id: measureId, ...measure })], ...plan }),
    }),
  )
  await promise(site, { id, measureId, who })
  return { id, measureId }
}

/** Somebody promises to log a measure. */
export async function promise(
  site: Site,
  { id, measureId, who }: { id: string; measureId: string; who: keyof typeof people },
): Promise<void> {
  await asSystem(site.database, (database) =>
    savePromise(database, {
      id: site.newId(),
      experimentId: id,
      municipalityCode: people[who].memberships[0].municipalityCode ?? '239',
      measureId,
      personId: people[who].id,
      now: site.clock.now,
    }),
  )
}

/** The reminders leave now, as the job sends them. */
export function remind(site: Site, now: Date): Promise<number> {
  site.clock.now = now
  return asSystem(site.application, (database) =>
    sendWeeklyReminders(database, {
      now,
      newId: site.newId,
      baseUrl: 'http://uskalla.test',
      replyDomain: 'vastaus.uskalla.test',
    }),
  )
}

/** The reminder that somebody got in a week, or undefined. */
export function reminderTo(site: Site, who: keyof typeof people, week: string) {
  return mailByKey(site.database, `reminder ${week} ${people[who].id}`)
}
