import { z } from 'zod'
import { withoutAddresses } from '../log/without-addresses.ts'
import type { WorkerBegins } from './worker-process.ts'

const begins = z.object({ begins: z.object({ url: z.string(), alone: z.boolean() }) })

/**
 * The life of a worker's own process: begins when the application says so, ends in good order when it says so or on
 * SIGTERM, and at once when the application is gone. Ctrl-C reaches it too, but it is the application that ends it.
 */
export function liveAsWorker(start: (told: WorkerBegins) => Promise<{ stop: () => Promise<void> }>): void {
  if (process.send === undefined) {
    console.error('The worker is started by the application: npm start')
    process.exit(2)
  }
  // The application may have gone while this was being loaded.
  if (!process.connected) process.exit(1)
  let running: Promise<{ stop: () => Promise<void> }> | undefined
  const stop = async () => {
    const worker = await running?.catch(() => undefined)
    await worker?.stop().catch(() => {})
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  process.once('SIGTERM', () => void stop())
  process.once('disconnect', () => process.exit(1))
  process.on('message', (message) => {
    if (message === 'stop') return void stop()
    const told = begins.safeParse(message)
    if (!told.success || running) return
    running = start(told.data.begins)
    running.catch((error: unknown) => {
      const at = new Date().toISOString()
      console.log(
        JSON.stringify({ at, level: 'error', event: 'worker', error: withoutAddresses(String(error)) }),
      )
      process.exit(1)
    })
  })
}
