import { loadRealExperiments } from '../experiments/index.ts'
import { loadLibrary } from '../knowledge/index.ts'
import { loadMunicipalities } from '../municipalities/index.ts'
import { loadExamplePeople } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { asSystem } from '../platform/database/acting.ts'
import { loadRetrospectiveExamples } from './load-retrospective.ts'
import { loadWorkedExample } from './worked-example.ts'

/**
 * Loads what the product ships: municipalities, real experiments, the library, examples worked
 * out afterwards, and in the trial environment its people and
 * the made-up example. Running it again changes nothing.
 */
export async function loadContent(
  database: Database,
  { demo, now, newId, baseUrl }: { demo: boolean; now: Date; newId: () => string; baseUrl: string },
): Promise<void> {
  await asSystem(database, async (transaction) => {
    await loadMunicipalities(transaction)
    await loadRealExperiments(transaction, now)
    await loadLibrary(transaction)
    await loadRetrospectiveExamples(transaction, { now, newId })
    if (!demo) return
    await loadExamplePeople(transaction, now)
    await loadWorkedExample(transaction, { now, newId, baseUrl })
  })
}
