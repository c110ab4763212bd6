import { examplePeopleOfTrial as people, savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Database } from './platform/database/database.ts'
import { addRow } from './platform/database/test-add-row.ts'
import { addExperiments } from './test-access-experiments.ts'
import { addOthers } from './test-access-others.ts'
import {
  hiddenOfferer,
  otherMunicipality,
  ownMunicipality,
  placeOfPonderings,
  secretOfPonderings,
  visitors,
} from './test-access-visitors.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** A record as an address names it, and its state as the matrix tells it. */
export interface AccessRecord {
  state: string
  parameters: Record<string, string>
}

/** Everything that the addresses of the matrix are about. */
export interface AccessRecords {
  experiments: AccessRecord[]
  ideas: AccessRecord[]
  /** By the name of the address, for what is neither. */
  others: Partial<Record<string, AccessRecord[]>>
}

/** The states in which an idea is met: told, with offered hours, with a time agreed, answered. */
const ideaStates = ['new', 'offered', 'agreed', 'answered'] as const

async function addIdeas(database: Database, site: Site): Promise<AccessRecord[]> {
  const records: AccessRecord[] = []
  const { now } = site.clock
  for (const state of ideaStates) {
    const id = site.newId()
    await addRow(database, 'ideas', {
      id,
      municipality_code: ownMunicipality,
      told_by: people.employee.id,
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      for_whom: 'Lähellä asuville.',
      language: 'fi',
      state: state === 'new' ? 'new' : state === 'answered' ? 'will_be_tried' : 'pondering',
      answer: state === 'answered' ? 'Kokeillaan.' : null,
      answered_at: state === 'answered' ? now : null,
      created_at: now,
      updated_at: now,
    })
    if (state !== 'new')
      for (const [offerer, code] of [
        [hiddenOfferer, ownMunicipality],
        [people.ambassador, otherMunicipality],
      ] as const)
        await addRow(database, 'hour_offers', {
          idea_id: id,
          person_id: offerer.id,
          municipality_code: code,
          hours: 1,
          offered_at: now,
        })
    if (state === 'agreed' || state === 'answered')
      await addRow(database, 'ponderings', {
        id: site.newId(),
        idea_id: id,
        municipality_code: ownMunicipality,
        starts_at: now,
        minutes: 60,
        place: `${placeOfPonderings} ${secretOfPonderings}`,
        video_link: `https://kokous.invalid/${secretOfPonderings}`,
        held_on: state === 'answered' ? '2026-03-10' : null,
      })
    records.push({ state, parameters: { id } })
  }
  return records
}

/** Adds the people and the records of the matrix to a site. */
export async function addAccessRecords(site: Site): Promise<AccessRecords> {
  return asSystem(site.database, async (database) => {
    for (const visitor of [...Object.values(visitors), hiddenOfferer])
      if (visitor) await savePerson(database, { ...visitor, isExample: false, createdAt: site.clock.now })
    const main = { experiments: await addExperiments(database, site), ideas: await addIdeas(database, site) }
    return { ...main, others: await addOthers(database, site, main) }
  })
}
