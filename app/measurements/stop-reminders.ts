import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { removeReminderStop, saveReminderStop } from './reminder-store.ts'

interface OwnWish {
  person: { id: string }
  now: Date
  requestId: string
}

/** Stops the weekly reminders to a person. Doing it again changes nothing. */
export async function stopReminders(database: Database, { person, now, requestId }: OwnWish): Promise<void> {
  if (!(await saveReminderStop(database, { personId: person.id, now }))) return
  await record(database, { ...lineOf(person.id, now, requestId), action: 'reminders.stopped' })
}

/** Lets the weekly reminders come again. */
export async function startReminders(database: Database, { person, now, requestId }: OwnWish): Promise<void> {
  if (!(await removeReminderStop(database, person.id))) return
  await record(database, { ...lineOf(person.id, now, requestId), action: 'reminders.started' })
}

function lineOf(personId: string, at: Date, requestId: string) {
  return { chain: '000', recordKind: 'person', recordId: personId, personId, requestId, at }
}
