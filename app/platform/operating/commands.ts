import { sql } from 'kysely'
import type { Configuration } from '../configuration.ts'
import { asSystem } from '../database/acting.ts'
import type { OpenData } from '../database/open-data.ts'
import { jobsGivenUp, tryJobsAgain } from '../jobs/jobs-given-up.ts'
import { readQueueState } from '../jobs/queue-job.ts'

/** What an operator's command works with. */
export interface CommandContext {
  configuration: Configuration
  data: OpenData
  /** Prints a line. */
  say: (line: string) => void
}

/** A command of `npm run --silent uskalla -- NAME …`. */
export interface Command {
  /** What follows the name, for the help, e.g. `FILE`; empty when nothing does. */
  parameters: string
  /** One sentence for the help. */
  summary: string
  /** Does it. Returns the exit code: 0, or 1 when something was found that the operator must see to. */
  run: (context: CommandContext, parameters: string[]) => Promise<0 | 1>
  /**
   * Does it without settings and database, where the parameters ask for nothing that needs them. Returns the exit code, 2
   * when it could not do what was asked, or undefined when the database is needed.
   */
  withoutDatabase?: (say: CommandContext['say'], parameters: string[]) => Promise<0 | 1 | 2 | undefined>
}

/** The commands that concern the ground and no room. */
export const platformCommands: Record<string, Command> = {
  status: {
    parameters: '',
    summary: 'Tells how the database, the jobs and the mail are doing.',
    async run({ configuration, data, say }) {
      const server = await sql<{
        version: string
        size: string
      }>`select current_setting('server_version') as version,
        pg_size_pretty(pg_database_size(current_database())) as size`.execute(data.database)
      const queue = await readQueueState(data.database)
      const mail = await asSystem(data.database, (database) =>
        sql<{ unsent: number }>`select count(*) as unsent from mails where sent_at is null`.execute(database),
      )
      say(`Data folder   ${configuration.dataFolder}`)
      say(
        `Database      PostgreSQL ${server.rows[0]?.version}, ${configuration.databaseUrl ? 'your own server' : 'built in'}, ${server.rows[0]?.size}`,
      )
      say(
        `Jobs          ${queue.waiting} waiting, the oldest for ${Math.round(queue.oldestWaitSeconds)} s; ${queue.givenUp} given up`,
      )
      say(
        `Mail          ${mail.rows[0]?.unsent ?? 0} unsent, by ${configuration.smtpUrl ? 'your mail server' : 'folder posti'}`,
      )
      for (const warning of data.warnings) say(`Warning       ${warning}`)
      return queue.givenUp === 0 && data.warnings.length === 0 ? 0 : 1
    },
  },
  migrate: {
    parameters: '',
    summary: 'Brings the database to the present schema. The start does it too.',
    async run({ data, say }) {
      say(data.migrated.length === 0 ? 'The database is up to date.' : `Done: ${data.migrated.join(', ')}`)
      return 0
    },
  },
  jobs: {
    parameters: '[again]',
    summary: 'Lists jobs that failed at every attempt; “again” has them tried once more.',
    async run({ data, say }, [word]) {
      if (word === 'again') {
        say(`${await tryJobsAgain(data.url)} jobs will be tried again.`)
        return 0
      }
      const jobs = await jobsGivenUp(data.url)
      for (const job of jobs)
        say(`${job.at.toISOString()}  ${job.name}  ${job.attempts} attempts  ${job.error.split('\n')[0]}`)
      if (jobs.length === 0) say('No job has been given up.')
      return jobs.length === 0 ? 0 : 1
    },
  },
}
