import { examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import type { ExperimentState, Plan } from './experiments/index.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { createTestSite } from './test-site.ts'

/** The whole site, as tests have it. */
export type Site = Awaited<ReturnType<typeof createTestSite>>

/** Who may send a form, and where a record stands that it fits. */
export interface OpenForm {
  who: keyof typeof people | undefined
  parameters?: Record<string, string>
  query?: Record<string, string>
  /** The mark of the browser, where the form is open in one only. */
  formSecret?: string
}

/** An experiment in a state, whose forms `who` may send. */
export const experiment = (
  state: ExperimentState,
  who: keyof typeof people = 'employee',
  plan: Plan = examplePlan(),
) => {
  return async (site: Site): Promise<OpenForm & { parameters: { id: string } }> => {
    const id = site.newId()
    await asSystem(site.database, (transaction) =>
      saveExampleExperiment(transaction, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state,
        plan,
        responsiblePersonId: people.employee.id,
      }),
    )
    return { who, parameters: { id } }
  }
}

/** The employee of Keitele, as an action is told of who acts. */
export const acting = (site: Site) => ({
  person: people.employee,
  now: site.clock.now,
  requestId: 'test',
  lang: 'fi' as const,
  newId: site.newId,
})

/** A trial that has begun. */
export const running = experiment('running', 'employee', examplePlan({ startsOn: '2026-03-01' }))
