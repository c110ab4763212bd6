import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from './migrate.ts'
import { startPostgres } from './start-postgres.ts'

/** What the tests need to know about the server that was started for them. */
export interface TestServer {
  /** Address of the superuser. */
  superuserUrl: string
  /** Address of the owner, of the database `template`. */
  templateUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * Vitest's global set-up: one server in a temporary folder for the whole run, which forces nothing to disk, with the
 * migrated database `template` that every test copies. Returns how to end it.
 */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    durable: false,
    endsWithProcess: true,
  })
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const client = new Client({ connectionString: postgres.superuserUrl })
    await client.connect()
    await client.query('create database template owner uskalla_owner')
    await client.end()
    const templateUrl = postgres.url.replace('/uskalla?', '/template?')
    await migrate(templateUrl)
    project.provide('testServer', { superuserUrl: postgres.superuserUrl, templateUrl })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
