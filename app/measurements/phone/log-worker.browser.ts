import type { Lang } from '../../platform/language.ts'
import { entryInWords } from './entry-in-words.ts'
import { readLogForm } from './log-form.ts'
import { currentPerson, keepEntry } from './phone-storage.ts'
import { sendEntries } from './send-entries.ts'

// Answers for the pages of the log where there is no signal, and for nothing else: every other page is left to the network.
// It keeps the page that stands in, its style, font and script; no page that holds anything of anybody.

/** What the service puts in front of this script. Patterns are of paths. */
interface WorkerSettings {
  build: string
  files: string[]
  shells: Record<string, string>
  pages: string[]
  forms: string[]
  faces: Record<string, Record<string, string>>
}

interface LastingEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface AskedEvent extends LastingEvent {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
interface Worker {
  uskallaLog: WorkerSettings
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  registration: { sync?: { register: (tag: string) => Promise<void> } }
  addEventListener: ((type: 'fetch', listen: (event: AskedEvent) => void) => void) &
    ((type: 'install' | 'activate' | 'sync', listen: (event: LastingEvent) => void) => void)
}

const worker = self as unknown as Worker
const { build, files, shells, pages, forms, faces } = worker.uskallaLog
const cacheName = `uskalla-log-${build}`

/** How long a page, or the answer to a form, may take before the signal counts as lost, in milliseconds. */
const pagePatienceMs = 6_000
const formPatienceMs = 10_000

worker.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName)
      // Without cookies: the page is everybody's.
      await cache.addAll(
        [...files, ...Object.values(shells)].map((path) => new Request(path, { credentials: 'omit' })),
      )
      await worker.skipWaiting()
    })(),
  ),
)

worker.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith('uskalla-log-') && name !== cacheName) await caches.delete(name)
      await worker.clients.claim()
    })(),
  ),
)

worker.addEventListener('sync', (event) =>
  event.waitUntil(
    (async () => {
      const person = await currentPerson()
      if (!person) return
      const { ended } = await sendEntries(person.owner, person.lang as Lang)
      new BroadcastChannel('uskalla-log').postMessage('sent')
      // An error tells the browser to wake us once more later.
      if (ended === 'no-signal' || ended === 'busy') throw new Error(ended)
    })(),
  ),
)

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  const is = (patterns: string[]) => patterns.some((pattern) => new RegExp(pattern).test(url.pathname))
  if (request.method === 'GET' && files.includes(url.pathname)) event.respondWith(keptFile(request))
  else if (request.mode === 'navigate' && request.method === 'GET' && is(pages))
    event.respondWith(pageOrShell(request, url))
  else if (request.mode === 'navigate' && request.method === 'POST' && is(forms))
    event.respondWith(sentOrKept(request, url))
})

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

function within(milliseconds: number, work: Promise<Response>): Promise<Response> {
  return Promise.race([
    work,
    new Promise<Response>((_, reject) => setTimeout(() => reject(new Error('too long')), milliseconds)),
  ])
}

/** A gateway without the service behind it says so with one of these. */
const away = [502, 504]

async function pageOrShell(request: Request, url: URL): Promise<Response> {
  try {
    const answer = await within(pagePatienceMs, fetch(request))
    if (!away.includes(answer.status)) return answer
  } catch {
    // No signal.
  }
  const lang = url.pathname.split('/')[1] ?? ''
  return (await caches.match(shells[lang] ?? '')) ?? Response.error()
}

/** A form of the log that the network does not take is kept under its own key, as if it had been logged on the phone. */
async function sentOrKept(request: Request, url: URL): Promise<Response> {
  const copy = request.clone()
  try {
    const answer = await within(formPatienceMs, fetch(request))
    if (!away.includes(answer.status)) return answer
  } catch {
    // No signal, or no answer: it may have been stored, and is then not stored again.
  }
  const id = await keep(await copy.formData(), url).catch(() => undefined)
  if (id === undefined) return Response.error()
  await worker.registration.sync?.register('uskalla-log').catch(() => undefined)
  return Response.redirect(`${url.pathname}#kept=${id}`, 303)
}

async function keep(fields: FormData, url: URL): Promise<string | undefined> {
  const person = await currentPerson()
  const measure = person?.measures.find(
    (one) => url.pathname.includes(one.experimentId) && url.pathname.endsWith(one.measureId),
  )
  const id = String(fields.get('_key') ?? '')
  if (!person || !measure || id === '') return undefined
  const entry = readLogForm(fields, measure, {}, { id, now: new Date() })
  if ('problem' in entry) return undefined
  const what = entryInWords(person.lang, measure, entry.value, faces[person.lang] ?? {})
  await keepEntry({ id, owner: person.owner, entry, what })
  return id
}
