import { forgetPerson as inExperiments } from '../experiments/index.ts'
import { forgetPerson as inIdeas } from '../ideas/index.ts'
import { forgetPerson as inMeasurements } from '../measurements/index.ts'
import { forgetPerson as inModeration } from '../moderation/index.ts'
import { forgetPerson as inMembership } from '../membership/index.ts'
import { forgetPerson as inPeople, knownPersonIds, personToForget } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { erasedAmong, noteErasure } from '../platform/erasure-ledger.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { record } from '../platform/log/log.ts'
import { forgetPersonInMail } from '../platform/mail/forget-person.ts'
import type { ForgetPerson } from '../platform/own-data.ts'
import { fingerprintOfAddress } from './fingerprint-of-address.ts'
import { addressesAskedFor, forgetPerson as inOwnData } from './own-data-store.ts'

// People last: the other rooms look for the name and the address while they still stand.
const rooms: ForgetPerson[] = [
  inIdeas,
  inExperiments,
  inMeasurements,
  inMembership,
  inModeration,
  inOwnData,
  forgetPersonInMail,
  inPeople,
]

interface Erasure {
  now: Date
  requestId: string
  /** The folder of the ledger that makes a restored backup forget again. */
  dataFolder: string
}

/**
 * Forgets a person in the present transaction: name, address, every way in, memberships, consents, letters. Records of
 * municipalities stay and point to a row that says nothing. The ledger is on disk before the transaction can end; should
 * that end fail, the person is forgotten at the next start. False when nobody is known by the id.
 */
export async function erasePerson(
  database: Database,
  { personId, ...erasure }: Erasure & { personId: string },
): Promise<boolean> {
  return asSystem(database, async (transaction) => {
    if (!(await forget(transaction, personId, erasure))) return false
    noteErasure(erasure.dataFolder, personId, erasure.now)
    return true
  })
}

/** Forgets again whoever the ledger names and a restored backup has brought back. Returns how many that were. */
export async function eraseAgain(database: Database, erasure: Erasure): Promise<number> {
  const known = await asSystem(database, knownPersonIds)
  const returned = erasedAmong(erasure.dataFolder, known)
  for (const personId of returned)
    await asSystem(database, (transaction) => forget(transaction, personId, erasure))
  return returned.length
}

async function forget(
  database: Database,
  personId: string,
  { now, requestId }: Omit<Erasure, 'dataFolder'>,
): Promise<boolean> {
  const person = await personToForget(database, personId)
  if (!person) return false
  for (const email of await addressesAskedFor(database, personId))
    await forgetPersonInMail(database, { ...person, email }, now)
  for (const forgetPerson of rooms) await forgetPerson(database, person, now)
  if (person.email !== '')
    await queueJob(database, 'forget-address', { fingerprint: fingerprintOfAddress(person.email) })
  await record(database, {
    chain: '000',
    action: 'person.erased',
    recordKind: 'person',
    recordId: personId,
    personId: null,
    requestId,
    at: now,
  })
  return true
}
