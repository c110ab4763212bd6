import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { newFormToken } from '../app/platform/web/form-token.ts'

/** One write that somebody sent. */
export interface Write {
  /** Words that are in this write and in no other. */
  mark: string
  kind: 'idea' | 'letter'
  key: string
  path: string
  fields: Record<string, string>
}

/** The first cookie that an answer sets, as it is sent back; empty when it sets none. */
function cookieOf(answer: Response): string {
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** Somebody who keeps on reading and writing while the application dies and comes back. */
export class CrashClient {
  readonly acknowledged: Write[] = []
  /** Sent, but the application died before it answered. */
  unanswered: Write[] = []
  /** Answers that nobody should ever get, e.g. 500. */
  readonly wrong: string[] = []
  refused = 0
  private cookie = ''
  private count = 0
  private writes = 0
  private readonly place: number

  /** `place` 0–255 tells the clients apart. */
  constructor(place: number) {
    this.place = place
  }

  /** Comes in as the made-up employee of Keitele. */
  async signIn(url: string): Promise<void> {
    const opened = await fetch(`${url}/en/try-as`)
    const page = await opened.text()
    this.cookie = cookieOf(opened)
    const person = /name="person"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="person"/.exec(page)
    const answer = await this.post(url, '/en/try-as', {
      _key: randomUUID(),
      person: person?.[1] ?? person?.[2] ?? '',
    })
    this.cookie = cookieOf(answer)
    if (this.cookie === '') throw new Error(`Nobody could be tried as: ${answer.status}`)
  }

  /** Reads, searches and writes until told to stop or the connection breaks; then returns. */
  async work(url: string, stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const turn = this.count++ % 10
      try {
        if (turn < 4)
          await this.read(url, ['/fi/ideat', '/fi/kokeilut', '/sv/kommuner', '/fi/opit'][turn] ?? '/fi')
        else if (turn < 6) await this.read(url, '/fi/haku?q=ruokahävikki')
        else await this.send(url, turn === 9 ? this.newLetter() : this.newIdea())
      } catch {
        return
      }
      await wait(1)
    }
  }

  /** Sends again, under the same keys, what was never answered: a person pressing the button once more. */
  async sendAgain(url: string): Promise<void> {
    const again = this.unanswered
    this.unanswered = []
    for (const write of again) await this.send(url, write)
  }

  private async send(url: string, write: Write): Promise<void> {
    this.unanswered.push(write)
    const answer = await this.post(url, write.path, { ...write.fields, _key: write.key })
    await answer.text()
    if (answer.status === 503) this.refused++
    else if (answer.status !== 303 && answer.status !== 200)
      this.wrong.push(`${write.path}: ${answer.status}`)
    if (answer.status === 503) return
    this.unanswered = this.unanswered.filter((one) => one !== write)
    if (answer.status === 303 || answer.status === 200) this.acknowledged.push(write)
  }

  private async read(url: string, path: string): Promise<void> {
    const answer = await fetch(`${url}${path}`, { headers: { cookie: this.cookie } })
    const body = await answer.text()
    if (answer.status === 503) this.refused++
    else if (answer.status >= 500) this.wrong.push(`${path}: ${answer.status}`)
    if (answer.status >= 500 && body.length < 100) this.wrong.push(`${path}: a blank page`)
  }

  private newIdea(): Write {
    const mark = `client${this.place}-${this.count}-${randomUUID()}`
    const fields = {
      problem: `Ruokaa jää yli ${mark}.`,
      trial: `Myydään se eurolla ${mark}.`,
      forWhom: 'Lähellä asuville.',
    }
    return {
      mark,
      kind: 'idea',
      key: randomUUID(),
      path: '/fi/ideat/kerro',
      fields: { ...fields, municipality: '239' },
    }
  }

  private newLetter(): Write {
    const mark = randomUUID()
    return {
      mark,
      kind: 'letter',
      key: randomUUID(),
      path: '/fi/kirjaudu',
      fields: { email: `${mark}@keitele.example` },
    }
  }

  /** Every write from a network of its own: one town hall may not order so many letters in an hour. */
  private nextNetwork(): string {
    const number = this.writes++
    return `10.${this.place}.${(number >> 8) & 255}.${number & 255}`
  }

  private async post(url: string, path: string, fields: Record<string, string>): Promise<Response> {
    return fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      // What stands in the form's page: a token made with the cookie that the browser has.
      body: new URLSearchParams({ ...fields, _token: newFormToken(this.cookie.split('=')[1] ?? '') }),
      headers: { cookie: this.cookie, origin: url, 'x-forwarded-for': this.nextNetwork() },
    })
  }
}
