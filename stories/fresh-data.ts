import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
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

/**
 * Vitest's global set-up of the stories: the built application is started on an empty folder, as a new operator would, and
 * ended again, so that not every story waits for the database to be made and for the content. Returns how to remove it.
 */
export default async function makeFreshData(project: TestProject): Promise<() => void> {
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
