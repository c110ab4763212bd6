import { savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { Person } from '../platform/web/visitor.ts'

/** Somebody who is not one of the made-up people of the trial: an employee of Keitele with a rare name. */
export const rarePerson = {
  id: '01900000-0000-7000-8000-00000000beef',
  email: 'sanni.salasaari@esimerkki.invalid',
  name: 'Sanni Salasaari',
  lang: 'fi',
  memberships: [{ municipalityCode: '239', role: 'employee' }],
} as const satisfies Person

/** Makes the person known. */
export async function saveRarePerson(database: Database, now: Date): Promise<Person> {
  return asSystem(database, (transaction) =>
    savePerson(transaction, { ...rarePerson, isExample: false, createdAt: now }),
  )
}
