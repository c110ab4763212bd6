import { Client } from 'pg'

/** A job that failed at every attempt and waits for the operator. */
export interface JobGivenUp {
  name: string
  attempts: number
  /** The last error's words. */
  error: string
  /** When it was last tried. */
  at: Date
}

/** Every job that failed at its last attempt, the newest first. `url` must be the owner's. */
export async function jobsGivenUp(url: string): Promise<JobGivenUp[]> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<JobGivenUp>(
      `select task_identifier as name, attempts, coalesce(last_error, '') as error, updated_at as at
       from graphile_worker.jobs where attempts >= max_attempts and locked_at is null order by updated_at desc`,
    )
    return rows
  })
}

/** Has those jobs tried again from the first attempt, and returns how many. `url` must be the owner's. */
export async function tryJobsAgain(url: string): Promise<number> {
  return withOwner(url, async (client) => {
    const { rowCount } = await client.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
         where attempts >= max_attempts and locked_at is null), run_at := now(), attempts := 0)`,
    )
    return rowCount ?? 0
  })
}

async function withOwner<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
