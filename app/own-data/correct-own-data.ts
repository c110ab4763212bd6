import { correctPerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'

/** Changes the person's own name and the language they are spoken to in. */
export async function correctOwnData(
  database: Database,
  { person, now, requestId, name, language }: Acting & { name: string; language: Lang },
): Promise<void> {
  await asSystem(database, (transaction) =>
    correctPerson(transaction, { id: person.id, name, lang: language }),
  )
  await record(database, {
    chain: '000',
    action: 'person.corrected',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
  })
}
