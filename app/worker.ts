import { addresses } from './addresses.ts'
import { renewEvaluations } from './evaluations/index.ts'
import { jobsOfRooms } from './jobs-of-rooms.ts'
import { systemClock } from './platform/clock.ts'
import { readConfiguration } from './platform/configuration.ts'
import { asSystem } from './platform/database/acting.ts'
import { closeDatabase, openDatabase } from './platform/database/database.ts'
import { orderedIds } from './platform/identifiers.ts'
import { liveAsWorker } from './platform/jobs/live-as-worker.ts'
import { startWorker } from './platform/jobs/worker.ts'
import { registerAddresses } from './platform/web/address.ts'

/** Two jobs at a time, and one connection to spare. */
const connections = 3

// The worker's own process: the application starts it, and it does every job of the rooms.
liveAsWorker(async ({ url, alone }) => {
  registerAddresses(addresses)
  const newId = orderedIds()
  const database = openDatabase(url, { maximumConnections: connections, name: 'uskalla worker' })
  const worker = await startWorker({
    url,
    database,
    ...jobsOfRooms(readConfiguration(process.env), newId),
    clock: systemClock,
    newId,
    failed: (failure) =>
      console.log(
        JSON.stringify({
          at: new Date().toISOString(),
          level: 'error',
          event: 'job',
          ...failure,
        }),
      ),
    alone,
  })
  await asSystem(database, renewEvaluations)
  return {
    stop: async () => {
      await worker.stop()
      await closeDatabase(database)
    },
  }
})
