import type { PhoneAnswer } from '../phone-entry.ts'
import { phoneEntriesPath, phoneHeader } from '../phone-paths.ts'
import { dropEntry, entriesOf, keepEntry, type KeptEntry } from './phone-storage.ts'
import type { Lang } from '../../platform/language.ts'

/** What came of sending: everything went, or why not yet. */
export interface Sending {
  sent: KeptEntry[]
  ended: 'all' | 'no-signal' | 'signed-out' | 'busy'
  /** How long the service asked to wait, in seconds. */
  waitSeconds?: number
}

/** How long one reading may be on its way before the signal counts as lost, in milliseconds. */
const patienceMs = 15_000

/**
 * Sends what waits on the phone, one by one, the oldest first. Only one page or worker sends at a time where browsers can
 * see to that; where they cannot, the id of a reading sees to it that it is stored once.
 */
export async function sendEntries(owner: string, lang: Lang): Promise<Sending> {
  const work = () => sendOneByOne(owner, lang)
  return 'locks' in navigator ? navigator.locks.request('uskalla-log', work) : work()
}

async function sendOneByOne(owner: string, lang: Lang): Promise<Sending> {
  const sent: KeptEntry[] = []
  for (const kept of await entriesOf(owner)) {
    if (kept.conflict) continue
    const answer = await send(kept, lang)
    if (answer === 'no-signal' || answer === 'signed-out') return { sent, ended: answer }
    if ('waitSeconds' in answer) return { sent, ended: 'busy', waitSeconds: answer.waitSeconds }
    if (answer.status === 'another-person') return { sent, ended: 'signed-out' }
    if (answer.status === 'stored') {
      await dropEntry(kept.id)
      sent.push(kept)
    } else await keepEntry({ ...kept, conflict: answer })
  }
  return { sent, ended: 'all' }
}

type Answer = PhoneAnswer | 'no-signal' | 'signed-out' | { waitSeconds: number }

async function send({ entry, owner }: KeptEntry, lang: Lang): Promise<Answer> {
  try {
    const response = await fetch(phoneEntriesPath(lang), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [phoneHeader]: '1' },
      body: JSON.stringify({ owner, entry }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.status === 401) return 'signed-out'
    if (response.status === 429 || response.status >= 500)
      return { waitSeconds: Number(response.headers.get('retry-after')) || 60 }
    return (await response.json()) as PhoneAnswer
  } catch {
    return 'no-signal'
  }
}
