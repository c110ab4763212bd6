import type { Database } from '../platform/database/database.ts'
import type { Person } from '../platform/web/visitor.ts'
import { savePerson } from './people-store.ts'

/** The made-up people of the trial environment. Nobody by these names is meant; the addresses lead nowhere. */
export const examplePeopleOfTrial = {
  employee: {
    id: '01900000-0000-7000-8000-000000000001',
    email: 'a.kaisa@esimerkki.invalid',
    name: 'Kaisa Kokeilija',
    lang: 'fi',
    memberships: [{ municipalityCode: '239', role: 'employee' }],
  },
  leader: {
    id: '01900000-0000-7000-8000-000000000002',
    email: 'b.leena@esimerkki.invalid',
    name: 'Leena Luotsi',
    lang: 'fi',
    memberships: [{ municipalityCode: '239', role: 'leader' }],
  },
  ambassador: {
    id: '01900000-0000-7000-8000-000000000003',
    email: 'c.arto@esimerkki.invalid',
    name: 'Arto Innostaja',
    lang: 'fi',
    memberships: [
      { municipalityCode: '071', role: 'ambassador' },
      { municipalityCode: '071', role: 'employee' },
    ],
  },
  office: {
    id: '01900000-0000-7000-8000-000000000004',
    email: 'd.oili@esimerkki.invalid',
    name: 'Oili Ohjelma',
    lang: 'fi',
    memberships: [{ municipalityCode: null, role: 'office' }],
  },
  researcher: {
    id: '01900000-0000-7000-8000-000000000005',
    email: 'e.tuomas@esimerkki.invalid',
    name: 'Tuomas Tutkija',
    lang: 'fi',
    memberships: [{ municipalityCode: null, role: 'researcher' }],
  },
  resident: {
    id: '01900000-0000-7000-8000-000000000006',
    email: 'f.riitta@esimerkki.invalid',
    name: 'Riitta Rohkea',
    lang: 'fi',
    memberships: [{ municipalityCode: '239', role: 'resident' }],
  },
  colleague: {
    id: '01900000-0000-7000-8000-000000000007',
    email: 'g.mikko@esimerkki.invalid',
    name: 'Mikko Mukana',
    lang: 'fi',
    memberships: [{ municipalityCode: '239', role: 'employee' }],
  },
  administrator: {
    id: '01900000-0000-7000-8000-000000000008',
    email: 'h.hanna@esimerkki.invalid',
    name: 'Hanna Hallinto',
    lang: 'fi',
    memberships: [{ municipalityCode: '239', role: 'administrator' }],
  },
} as const satisfies Record<string, Person>

/** Adds the made-up people where they are missing; running it again changes nothing. */
export async function loadExamplePeople(database: Database, now: Date): Promise<void> {
  for (const person of Object.values(examplePeopleOfTrial))
    await savePerson(database, { ...person, isExample: true, createdAt: now })
}
