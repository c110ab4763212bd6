import type { Database } from '../platform/database/database.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    answer_key: { key: string }
  }
}

/** The key by which links and reply addresses of reminders are signed. Only the system can read it. */
export async function answerKey(database: Database): Promise<string> {
  const { key } = await database.selectFrom('answer_key').select('key').executeTakeFirstOrThrow()
  return key
}
