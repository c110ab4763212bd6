import type { Lang } from '../../platform/language.ts'
import type { PhoneMeasure } from '../phone-entry.ts'
import { dayInWords, entryInWords, fill } from './entry-in-words.ts'
import { countInWords, drawLogForm, pathOfMeasure, type PhoneWords, readLogForm } from './log-form.ts'
import {
  currentPerson,
  dropEntry,
  dropOldEntries,
  entriesOf,
  forgetPerson,
  keepEntry,
  type KeptEntry,
  rememberPerson,
} from './phone-storage.ts'
import { sendEntries } from './send-entries.ts'

// The log on a phone: keeps what is logged without signal, sends it when the signal is back, and shows what waits and what
// needs the person. Without this script, and where a browser cannot keep anything, the pages of the log work as they are.

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('uskalla-log') : undefined

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

function button(text: string, kind: string, press: () => Promise<void>, about = ''): HTMLButtonElement {
  const made = element('button', `button button-${kind}`, text)
  made.type = 'button'
  if (about) made.append(element('span', 'visually-hidden', ` ${about}`))
  made.addEventListener('click', () => {
    made.disabled = true
    void press()
  })
  return made
}

class PhoneLog extends HTMLElement {
  readonly #said = element('div', '')
  readonly #list = element('div', '')
  #owner = ''
  #words: PhoneWords = {}
  #again: ReturnType<typeof setTimeout> | undefined
  #signedOut = false

  connectedCallback() {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as PhoneWords
    this.#said.setAttribute('role', 'status')
    this.append(this.#said, this.#list)
    void this.#start()
  }

  get #lang(): Lang {
    return document.documentElement.lang as Lang
  }

  async #start() {
    const { worker, owner = '', shell, whole } = this.dataset
    if (worker && 'serviceWorker' in navigator)
      navigator.serviceWorker.register(worker).catch(() => undefined)
    const measures = JSON.parse(this.dataset['measures'] ?? '[]') as PhoneMeasure[]
    if (owner) await rememberPerson({ owner, lang: this.#lang, measures }, { whole: whole === 'yes' })
    const person = await currentPerson()
    this.#owner = owner || (person?.owner ?? '')
    if (shell === 'yes') this.#drawShell(person?.measures ?? [])
    if (this.#owner === '') return
    // Asks the browser not to throw the readings away when the phone runs out of room.
    void navigator.storage?.persist?.().catch(() => false)
    const old = await dropOldEntries(this.#owner, new Date())
    if (old > 0) this.#say(countInWords(this.#words, 'tooOld', old))
    if (location.hash.startsWith('#kept=')) {
      const id = location.hash.slice(6)
      const kept = (await entriesOf(this.#owner)).find((one) => one.id === id)
      history.replaceState(null, '', location.pathname + location.search)
      if (kept) this.#say(fill(this.#words['kept'] ?? '', { what: kept.what }))
    }
    channel?.addEventListener('message', () => void this.#show())
    addEventListener('online', () => void this.#send())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#send()
    })
    await this.#send()
  }

  #say(text: string, kind: 'success' | 'info' | 'attention' = 'success') {
    this.#said.replaceChildren(element('div', `notice notice-${kind}`, element('div', '', text)))
  }

  async #send() {
    clearTimeout(this.#again)
    const waiting = (await entriesOf(this.#owner)).filter((kept) => !kept.conflict)
    if (waiting.length > 0) {
      const { sent, ended, waitSeconds } = await sendEntries(this.#owner, this.#lang)
      this.#signedOut = ended === 'signed-out'
      // Whoever holds the phone now need not be whoever logged.
      if (this.#signedOut) this.#said.replaceChildren()
      if (sent.length > 0) this.#say(countInWords(this.#words, 'sent', sent.length, sent[0]?.what))
      if (ended === 'busy') {
        this.#say(this.#words['later'] ?? '', 'info')
        this.#again = setTimeout(() => void this.#send(), (waitSeconds ?? 60) * 1000)
      }
      // The browser's own word on the signal is not to be trusted: try again now and then while the page is open.
      if (ended === 'no-signal') this.#again = setTimeout(() => void this.#send(), 30_000)
      if (sent.length > 0) channel?.postMessage('sent')
    }
    await this.#show()
  }

  async #show() {
    const entries = await entriesOf(this.#owner)
    const conflicts = entries.filter((kept) => kept.conflict)
    const waiting = entries.filter((kept) => !kept.conflict)
    this.#list.replaceChildren()
    if (waiting.length > 0)
      this.#list.append(this.#signedOut ? this.#drawSignedOut(waiting.length) : this.#drawWaiting(waiting))
    if (conflicts.length > 0 && !this.#signedOut) this.#list.append(this.#drawConflicts(conflicts))
  }

  #drawWaiting(waiting: KeptEntry[]): HTMLElement {
    const list = element('ul', '', ...waiting.map((kept) => element('li', '', this.#about(kept))))
    const title = element('p', 'notice-title', countInWords(this.#words, 'waiting', waiting.length))
    const send = button(this.#words['sendNow'] ?? '', 'secondary', () => this.#send())
    return element('div', 'notice notice-info phone-waiting', title, element('div', '', list, send))
  }

  /** What waits is not shown to whoever holds the phone now: only how much, and what can be done. */
  #drawSignedOut(count: number): HTMLElement {
    const signIn = element('a', 'button button-primary', this.#words['signIn'] ?? '')
    signIn.href = this.dataset['signIn'] ?? ''
    const away = button(this.#words['throwAllAway'] ?? '', 'danger', async () => {
      await forgetPerson(this.#owner)
      location.reload()
    })
    const text = element('p', '', countInWords(this.#words, 'signedOut', count))
    return element('div', 'notice notice-attention', text, element('div', 'button-row', signIn, away))
  }

  #drawConflicts(conflicts: KeptEntry[]): HTMLElement {
    const section = element(
      'section',
      'section phone-conflicts',
      element('h2', '', this.#words['conflictTitle'] ?? ''),
    )
    section.append(element('p', '', this.#words['conflictLede'] ?? ''))
    for (const kept of conflicts) {
      const box = element('div', 'panel panel-plain', element('h3', '', this.#about(kept)))
      box.append(
        element('p', '', kept.conflict?.text ?? ''),
        element('div', 'button-row', ...this.#choices(kept)),
      )
      section.append(box)
    }
    return section
  }

  #choices(kept: KeptEntry): HTMLButtonElement[] {
    const { entry, conflict } = kept
    const about = this.#about(kept)
    const again = async (change: Partial<KeptEntry['entry']>) => {
      const { conflict: _, ...rest } = kept
      await keepEntry({ ...rest, entry: { ...entry, ...change } })
      await this.#send()
    }
    const choice = (word: string, kind: string, change: Partial<KeptEntry['entry']>) =>
      button(fill(this.#words[word] ?? '', { unit: conflict?.unit ?? '' }), kind, () => again(change), about)
    const made: HTMLButtonElement[] = []
    if (conflict?.reason === 'same-day')
      made.push(
        choice('replace', 'primary', { sameDay: 'replace' }),
        choice('keepBoth', 'secondary', { sameDay: 'keep' }),
      )
    else if (conflict?.reason === 'unit-changed' && conflict.unit !== undefined)
      made.push(
        choice('acceptUnit', 'primary', { measured: { kind: entry.measured.kind, unit: conflict.unit } }),
      )
    else if (conflict?.reason !== 'too-old') made.push(choice('tryAgain', 'secondary', {}))
    made.push(
      button(
        this.#words['throwAway'] ?? '',
        'danger',
        async () => {
          await dropEntry(kept.id)
          this.#say(this.#words['thrownAway'] ?? '')
          await this.#show()
        },
        about,
      ),
    )
    return made
  }

  #about({ what, entry }: KeptEntry): string {
    const place = entry.unit === null ? what : `${what} (${entry.unit})`
    return fill(this.#words['about'] ?? '', { what: place, day: dayInWords(this.#lang, entry.day) })
  }

  /** In place of a page that could not be fetched: the measure of its address, or all of them to choose from. */
  #drawShell(measures: PhoneMeasure[]) {
    const pattern = this.dataset['measurePath'] ?? ''
    const path = location.pathname
    const measure = measures.find((one) => pathOfMeasure(pattern, one) === path)
    const nothing = measures.length === 0 ? 'nothingKept' : measure ? 'offline' : undefined
    if (nothing) this.before(element('p', 'lede', this.#words[nothing] ?? ''))
    else this.before(element('p', 'lede', this.#words['offline'] ?? ''))
    if (measure) this.#drawMeasure(measure)
    const asked = measures.filter((one) => one !== measure && path.includes(one.experimentId))
    const others = measure || asked.length === 0 ? measures.filter((one) => one !== measure) : asked
    if (others.length === 0) return
    const title = element('h2', '', this.#words[measure ? 'otherMeasure' : 'choose'] ?? '')
    const links = others.map((one) => {
      const link = element(
        'a',
        '',
        one.unit && one.kind === 'number' ? `${one.name} (${one.unit})` : one.name,
      )
      link.href = pathOfMeasure(pattern, one)
      return element('li', '', link, element('p', 'muted', one.title))
    })
    this.after(element('section', 'section', title, element('ul', 'big-links', ...links)))
  }

  #drawMeasure(measure: PhoneMeasure) {
    const heading = document.querySelector('main h1')
    if (heading) heading.textContent = measure.name
    document.title = measure.name
    const form = drawLogForm(measure, this.#words)
    if (!form) return
    const problem = element('p', 'field-problem')
    problem.setAttribute('role', 'alert')
    form.prepend(problem)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const sent = new FormData(form, event.submitter)
      const read = readLogForm(sent, measure, this.#words, {
        id: crypto.randomUUID(),
        now: new Date(),
      })
      problem.textContent = 'problem' in read ? read.problem : ''
      if ('problem' in read) return
      const faces = JSON.parse(this.dataset['faces'] ?? '{}') as Record<string, string>
      const what = entryInWords(this.#lang, measure, read.value, faces)
      // At once: whoever logs several in a row may be writing the next one before this one is on the disk.
      form.reset()
      void this.#keep({ id: read.id, owner: this.#owner, entry: read, what }).then((kept) => {
        if (!kept) refill(form, sent)
      })
    })
    this.after(form)
  }

  /** Keeps a reading and sends it if there is signal; false when the phone has no room for it. */
  async #keep(kept: KeptEntry): Promise<boolean> {
    try {
      await keepEntry(kept)
    } catch {
      this.#say(this.#words['full'] ?? '', 'attention')
      return false
    }
    this.#say(fill(this.#words['kept'] ?? '', { what: kept.what }))
    channel?.postMessage('kept')
    await wakeWorker()
    await this.#send()
    return true
  }
}

/** Puts back what was written, where nothing else has been written since. */
function refill(form: HTMLFormElement, written: FormData): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=hidden], [type=radio], [type=checkbox]), textarea',
  ))
    if (field.value === field.defaultValue) field.value = String(written.get(field.name) ?? field.value)
}

/** Asks the browser to wake the worker when the signal is back, where it can. */
async function wakeWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } }
  await sync?.register('uskalla-log').catch(() => undefined)
}

if ('indexedDB' in globalThis) customElements.define('phone-log', PhoneLog)
