import { type ConflictReason, phoneDays, type PhoneEntry, type PhoneMeasure } from '../phone-entry.ts'

// What a phone keeps for the log, in the browser's own database. Everything of a person stands under the name that the
// service gave them for their phones, so that somebody else on the same phone neither sees nor sends it.

/** A reading that is on the phone, with what the service had against it. */
export interface KeptEntry {
  id: string
  owner: string
  entry: PhoneEntry
  /** The measure's name and the value in words, to show. */
  what: string
  conflict?: { reason: ConflictReason | 'refused'; text: string; unit?: string }
}

interface KeptPerson {
  owner: string
  lang: string
  measures: PhoneMeasure[]
}

const databaseName = 'uskalla-log'

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the phone’s storage failed'))
  })
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('entries', { keyPath: 'id' })
    request.result.createObjectStore('people', { keyPath: 'owner' })
    request.result.createObjectStore('state')
  }
  return answerOf(request)
}

/** Does something with one of the stores and returns when it is on the phone's disk. */
async function within<Value>(
  store: 'entries' | 'people' | 'state',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open()
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error ?? new Error('the phone’s storage failed'))
      transaction.onabort = () => reject(transaction.error ?? new Error('the phone’s storage is full'))
    })
    const answer = await answerOf(work(transaction.objectStore(store)))
    await finished
    return answer
  } finally {
    database.close()
  }
}

/** Notes whose log is open on this phone and what they can log; beside what was known before unless `whole`. */
export async function rememberPerson(person: KeptPerson, { whole }: { whole: boolean }): Promise<void> {
  const before = whole ? undefined : await personOf(person.owner)
  const fresh = new Set(person.measures.map(({ measureId }) => measureId))
  const measures = [
    ...person.measures,
    ...(before?.measures ?? []).filter(({ measureId }) => !fresh.has(measureId)),
  ]
  await within('people', 'readwrite', (store) => store.put({ ...person, measures }))
  await within('state', 'readwrite', (store) => store.put(person.owner, 'current'))
}

async function personOf(owner: string): Promise<KeptPerson | undefined> {
  return within('people', 'readonly', (store) => store.get(owner) as IDBRequest<KeptPerson | undefined>)
}

/** Whose log was open last with signal; undefined after signing out. */
export async function currentPerson(): Promise<KeptPerson | undefined> {
  const owner = await within(
    'state',
    'readonly',
    (store) => store.get('current') as IDBRequest<string | undefined>,
  )
  return owner === undefined ? undefined : personOf(owner)
}

/** The readings of a person that are on the phone, oldest first. */
export async function entriesOf(owner: string): Promise<KeptEntry[]> {
  const all = await within('entries', 'readonly', (store) => store.getAll() as IDBRequest<KeptEntry[]>)
  return all
    .filter((kept) => kept.owner === owner)
    .toSorted((a, b) => (a.entry.madeAt < b.entry.madeAt ? -1 : 1))
}

/** Keeps a reading, in place of an earlier one with the same id. */
export async function keepEntry(kept: KeptEntry): Promise<void> {
  await within('entries', 'readwrite', (store) => store.put(kept))
}

/** Removes a reading from the phone. */
export async function dropEntry(id: string): Promise<void> {
  await within('entries', 'readwrite', (store) => store.delete(id))
}

/** Removes what has been on the phone for too long, whoever's it is; returns how many of them were the owner's. */
export async function dropOldEntries(owner: string, now: Date): Promise<number> {
  const all = await within('entries', 'readonly', (store) => store.getAll() as IDBRequest<KeptEntry[]>)
  const oldest = new Date(now.getTime() - phoneDays * 86_400_000).toISOString()
  const old = all.filter(({ entry }) => entry.madeAt < oldest)
  for (const { id } of old) await dropEntry(id)
  return old.filter((kept) => kept.owner === owner).length
}

/** Removes everything of a person from the phone. */
export async function forgetPerson(owner: string): Promise<void> {
  for (const { id } of await entriesOf(owner)) await dropEntry(id)
  await within('people', 'readwrite', (store) => store.delete(owner))
  await within('state', 'readwrite', (store) => store.delete('current'))
}
