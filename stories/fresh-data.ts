import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { addDays, dayOf, momentInFinland } from '../app/platform/format.ts'
import { startApplication } from './application.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of an application that was started once and ended. */
    freshData: string
  }
}

/** A folder that somebody else's data can lie in: the database server runs as another user where the tests run as root. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-story-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A whole run takes less than this: stories that begin on one day in Finland must not end on the next. */
const longestRunMinutes = 30

/** How many milliseconds a run that begins now waits for midnight in Finland to be over; 0 where it is far enough. */
export function pauseForMidnight(now: Date): number {
  const pause = momentInFinland(addDays(dayOf(now), 1), '00:00').getTime() + 5_000 - now.getTime()
  return pause < longestRunMinutes * 60_000 ? pause : 0
}

/**
 * Vitest's global set-up of the stories: the built application is started on an empty folder, as a new operator would, and
 * ended again, so that not every story waits for the database to be made and for the content. Returns how to remove it.
 */
export default async function makeFreshData(project: TestProject): Promise<() => void> {
  const pause = pauseForMidnight(new Date())
  if (pause > 0) {
    console.log(
      `Stories tell of one day. They wait ${Math.ceil(pause / 60_000)} minutes for midnight in Finland.`,
    )
    await wait(pause)
  }
  const folder = newFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const dataFolder = join(folder, 'data')
    const application = await startApplication({ dataFolder })
    const code = await application.stop()
    if (code !== 0) throw new Error(`The application ended with ${code}:\n${application.output()}`)
    project.provide('freshData', dataFolder)
  } catch (error) {
    remove()
    throw error
  }
  return remove
}

/** Puts a copy of what a first start makes into a folder that is not there yet. */
export function copyFreshData(dataFolder: string): void {
  // Owners and rights stay what they are, which no copying of Node's does.
  const { status, stderr } = spawnSync('cp', ['-a', inject('freshData'), dataFolder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The data of a first start could not be copied: ${stderr}`)
}
