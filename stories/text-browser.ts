import type { Somebody } from './person.ts'
import { allIn, around, type Element, treeOf, wordsOf } from './page-tree.ts'

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

/**
 * Somebody whose browser knows text alone: no style, no script, and every page at once. What is done with it is done by the same
 * words and labels as in front of a screen, in a hundredth of the time.
 */
export class TextBrowser implements Somebody {
  private readonly base: string
  private readonly cookies = new Map<string, string>()
  private address: URL
  private tree: Element = treeOf('')
  private files = new Map<Element, Chosen>()

  /** `base` is the address of the service, without a slash at the end. */
  constructor(base: string) {
    this.base = base
    this.address = new URL(base)
  }

  get path(): string {
    return this.address.pathname
  }

  async visits(path: string): Promise<void> {
    const status = await this.goes(new URL(path, this.address), {})
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
  }

  async opens(link: string): Promise<void> {
    await this.follows('a', (name) => name === plain(link), link)
  }

  async opensStarting(link: string): Promise<void> {
    await this.follows('a', (name) => name.startsWith(plain(link)), link)
  }

  async presses(button: string): Promise<void> {
    await this.follows('button', (name) => name === plain(button), button)
  }

  async pressesStarting(button: string): Promise<void> {
    await this.follows('button', (name) => name.startsWith(plain(button)), button)
  }

  async writes(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      const field = this.labelled(label, ({ tag, attributes }) =>
        tag === 'input' ? !/^(radio|checkbox|hidden|file)$/.test(attributes.type ?? '') : tag === 'textarea',
      )
      if (field.tag === 'textarea') field.children = [text]
      else field.attributes.value = text
    }
  }

  async chooses(question: string, answer: string): Promise<void> {
    const group = this.only(
      allIn(this.main).filter(
        (one) =>
          one.tag === 'fieldset' &&
          one.children.some(
            (child) =>
              typeof child !== 'string' && child.tag === 'legend' && wordsOf(child) === plain(question),
          ),
      ),
      question,
    )
    const radio = this.labelled(answer, ({ attributes }) => attributes.type === 'radio', group)
    for (const other of allIn(group))
      if (other.attributes.name === radio.attributes.name) delete other.attributes.checked
    radio.attributes.checked = ''
  }

  async ticks(label: string): Promise<void> {
    this.labelled(label, ({ attributes }) => attributes.type === 'checkbox').attributes.checked = ''
  }

  async picks(label: string, option: string): Promise<void> {
    const options = allIn(this.labelled(label, ({ tag }) => tag === 'select')).filter(
      ({ tag }) => tag === 'option',
    )
    const picked = this.only(
      options.filter((one) => wordsOf(one) === plain(option)),
      option,
    )
    for (const one of options) delete one.attributes.selected
    picked.attributes.selected = ''
  }

  async attaches(label: string, file: Chosen): Promise<void> {
    this.files.set(
      this.labelled(label, ({ attributes }) => attributes.type === 'file'),
      file,
    )
  }

  async reads(...words: string[]): Promise<void> {
    const shown = wordsOf(this.main).toLowerCase()
    for (const text of words)
      if (!shown.includes(plain(text).toLowerCase())) throw new Error(`${this.path} does not say “${text}”.`)
  }

  async isTold(text: string): Promise<void> {
    const told = allIn(this.tree).filter(({ attributes }) => attributes.role === 'status')
    if (!told.some((one) => wordsOf(one).includes(plain(text))))
      throw new Error(`${this.path} does not tell “${text}” but “${told.map(wordsOf).join()}”.`)
  }

  async codes(): Promise<string[]> {
    return allIn(this.main)
      .filter(({ tag }) => tag === 'code')
      .map(wordsOf)
  }

  async words(): Promise<string> {
    return wordsOf(this.main)
  }

  async leadsTo(link: string): Promise<string> {
    return this.named('a', (name) => name === plain(link), link).attributes.href ?? ''
  }

  async fetches(path: string): Promise<{ status: number; text: string }> {
    const answer = await this.asks(new URL(path, this.address), {})
    return { status: answer.status, text: await answer.text() }
  }

  private get main(): Element {
    return this.only(
      allIn(this.tree).filter(({ tag }) => tag === 'main'),
      'main',
    )
  }

  private only([first]: Element[], what: string): Element {
    if (!first) throw new Error(`${this.path} has no “${what}”.`)
    return first
  }

  private named(tag: string, fits: (name: string) => boolean, what: string): Element {
    const found = allIn(this.main).filter(
      (one) => one.tag === tag && fits(one.attributes['aria-label'] ?? wordsOf(one)),
    )
    return this.only(found, what)
  }

  private labelled(label: string, fits: (field: Element) => boolean, within = this.main): Element {
    const fields = allIn(within)
    const labels = fields.filter((one) => one.tag === 'label' && wordsOf(one) === plain(label))
    const ids = labels.map(({ attributes }) => attributes.for)
    return this.only(
      fields.filter((field) => ids.includes(field.attributes.id) && fits(field)),
      label,
    )
  }

  private async follows(tag: 'a' | 'button', fits: (name: string) => boolean, what: string): Promise<void> {
    const target = this.named(tag, fits, what)
    if (tag === 'a') return this.visits(target.attributes.href ?? '')
    const status = await this.sends(target)
    if (status !== 200 && status !== 422) throw new Error(`“${what}” was answered with ${status}.`)
  }

  /** Sends the form that the button stands in. */
  private async sends(button: Element): Promise<number> {
    const form = around(button, 'form')
    if (!form) throw new Error('The button is in no form.')
    const fields = this.entriesOf(form)
    if (button.attributes.name !== undefined)
      fields.push([button.attributes.name, button.attributes.value ?? ''])
    const to = new URL(button.attributes.formaction ?? form.attributes.action ?? this.address, this.address)
    if (form.attributes.method !== 'post') {
      to.search = new URLSearchParams(fields.filter(isText)).toString()
      return this.goes(to, {})
    }
    if (form.attributes.enctype !== 'multipart/form-data')
      return this.goes(to, { method: 'POST', body: new URLSearchParams(fields.filter(isText)) })
    const body = new FormData()
    for (const [name, value] of fields)
      if (typeof value === 'string') body.append(name, value)
      else body.append(name, new Blob([Uint8Array.from(value.buffer)], { type: value.mimeType }), value.name)
    return this.goes(to, { method: 'POST', body })
  }

  private entriesOf(form: Element): [string, string | Chosen][] {
    return allIn(form).flatMap((field): [string, string | Chosen][] => {
      const { name, type = '', value, checked } = field.attributes
      if (name === undefined || field.attributes.disabled !== undefined) return []
      if (field.tag === 'textarea') return [[name, field.children.join('').replaceAll('\n', '\r\n')]]
      if (field.tag === 'select') {
        const options = allIn(field).filter(({ tag }) => tag === 'option')
        const picked = options.find(({ attributes }) => attributes.selected !== undefined) ?? options[0]
        return picked ? [[name, picked.attributes.value ?? wordsOf(picked)]] : []
      }
      if (field.tag !== 'input') return []
      if (type === 'file') {
        const file = this.files.get(field)
        return file ? [[name, file]] : []
      }
      if ((type === 'radio' || type === 'checkbox') && checked === undefined) return []
      return [[name, value ?? (type === 'checkbox' ? 'on' : '')]]
    })
  }

  private async goes(to: URL, request: RequestInit): Promise<number> {
    let answer = await this.asks(to, request)
    while (answer.status === 302 || answer.status === 303) {
      to = new URL(answer.headers.get('location') ?? '', to)
      answer = await this.asks(to, {})
    }
    this.address = to
    this.tree = treeOf(await answer.text())
    this.files = new Map()
    return answer.status
  }

  private async asks(to: URL, request: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { cookie, 'accept-language': 'fi', ...(request.method && { origin: this.base }) }
    const answer = await fetch(to, { ...request, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}

function isText(entry: [string, string | Chosen]): entry is [string, string] {
  return typeof entry[1] === 'string'
}
