import { loadRealExperiments } from '../experiments/index.ts'
import { loadLibrary } from '../knowledge/index.ts'
import { loadMunicipalities } from '../municipalities/index.ts'
import { loadExamplePeople } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { asSystem } from '../platform/web/submit.ts'

/** Loads what the product ships: municipalities, real experiments, the library, and for trying out its people. Idempotent. */
export async function loadContent(
  database: Database,
  { demo, now }: { demo: boolean; now: Date },
): Promise<void> {
  await asSystem(database, async (transaction) => {
    await loadMunicipalities(transaction)
    await loadRealExperiments(transaction, now)
    await loadLibrary(transaction)
    if (demo) await loadExamplePeople(transaction, now)
  })
}
