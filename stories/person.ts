import type { Locator, Page } from 'playwright-core'

/** How a person reaches what is on a page. */
export interface Hands {
  press: (target: Locator) => Promise<void>
  write: (target: Locator, text: string) => Promise<void>
  mark: (target: Locator) => Promise<void>
}

/** With a mouse or a finger. */
export const pointer: Hands = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  mark: (target) => target.check(),
}

/** By keys alone. Throws when something cannot be reached, or is reached without it showing. */
export const keyboard: Hands = {
  async press(target) {
    await tabTo(target)
    await target.page().keyboard.press('Enter')
  },
  async write(target, text) {
    await tabTo(target)
    await target.page().keyboard.press('Control+A')
    await target.page().keyboard.insertText(text)
  },
  async mark(target) {
    await tabTo(target)
    await target.page().keyboard.press('Space')
  },
}

/** More than any page has places for focus. */
const mostTabs = 200

async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let tab = 0; tab < mostTabs; tab++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // A card shows the focus around the whole of itself, by what stands after its link.
      const shows = await target.evaluate((element) =>
        [getComputedStyle(element), getComputedStyle(element, '::after')].some(
          (style) =>
            (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
        ),
      )
      if (!shows) throw new Error(`The focus does not show on ${String(target)}.`)
      return
    }
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(target)}.`)
}

/** A page as it comes by itself. */
export interface FetchedPage {
  status: number
  text: string
}

/**
 * Somebody who uses the service with whatever browser. Everything is looked for by the words that a person meets, in the page's
 * own part, and what is not there throws.
 */
export interface Somebody {
  /** The address without host and query. */
  readonly path: string
  visits: (path: string) => Promise<void>
  /** Follows a link by its words. */
  opens: (link: string) => Promise<void>
  /** Follows the link whose words begin so. */
  opensStarting: (link: string) => Promise<void>
  presses: (button: string) => Promise<void>
  /** Presses the button whose words begin so. */
  pressesStarting: (button: string) => Promise<void>
  /** Writes into fields found by their labels. */
  writes: (fields: Record<string, string>) => Promise<void>
  /** Chooses an answer to a question that has its answers in sight. */
  chooses: (question: string, answer: string) => Promise<void>
  ticks: (label: string) => Promise<void>
  /** Picks from a list that opens. */
  picks: (label: string, option: string) => Promise<void>
  /** Chooses a file from the computer. */
  attaches: (label: string, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>
  /** Finds the page saying so. */
  reads: (...words: string[]) => Promise<void>
  /** Finds the message that tells what came of the last press. */
  isTold: (text: string) => Promise<void>
  /** Everything that the page says. */
  words: () => Promise<string>
  /** What stands on the page as code, such as fingerprints. */
  codes: () => Promise<string[]>
  /** The address that a link leads to. */
  leadsTo: (link: string) => Promise<string>
  /** Asks for an address without leaving the page or following where it leads. */
  fetches: (path: string) => Promise<FetchedPage>
}

/** Somebody in front of Chromium. What is looked for is waited for. */
export class Person implements Somebody {
  readonly page: Page
  private readonly hands: Hands

  constructor(page: Page, hands: Hands) {
    this.page = page
    this.hands = hands
  }

  /** The part of the page below the header, where a page's own words are. */
  get main(): Locator {
    return this.page.getByRole('main')
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async visits(path: string): Promise<void> {
    const answer = await this.page.goto(path)
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}.`)
  }

  async opens(link: string): Promise<void> {
    await this.leads(this.main.getByRole('link', { name: link, exact: true }).first())
  }

  async opensStarting(link: string): Promise<void> {
    const pattern = new RegExp(`^${RegExp.escape(link)}`)
    await this.leads(this.main.getByRole('link', { name: pattern }).first())
  }

  async presses(button: string): Promise<void> {
    await this.leads(this.main.getByRole('button', { name: button, exact: true }))
  }

  async pressesStarting(button: string): Promise<void> {
    await this.leads(this.main.getByRole('button', { name: new RegExp(`^${RegExp.escape(button)}`) }))
  }

  async writes(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.hands.write(this.main.getByRole('textbox', { name: label, exact: true }), text)
  }

  async chooses(question: string, answer: string): Promise<void> {
    const group = this.main.getByRole('group', { name: question, exact: true })
    await this.hands.mark(group.getByRole('radio', { name: answer, exact: true }))
  }

  async ticks(label: string): Promise<void> {
    await this.hands.mark(this.main.getByRole('checkbox', { name: label, exact: true }))
  }

  async picks(label: string, option: string): Promise<void> {
    await this.main.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option })
  }

  async attaches(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.main.getByLabel(label, { exact: true }).setInputFiles(file)
  }

  /** The cells of a table by its caption, row by row, headings of columns left out; also where it is folded away. */
  async rowsOf(caption: string): Promise<string[][]> {
    const table = this.main
      .locator('table')
      .filter({ has: this.page.locator('caption', { hasText: caption }) })
    return table
      .last()
      .evaluate((one) =>
        [...one.querySelectorAll('tbody tr')].map((row) =>
          [...row.children].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
        ),
      )
  }

  /** Opens what is folded on the page. */
  async unfolds(summary: string): Promise<void> {
    await this.hands.press(this.main.locator('summary').filter({ hasText: summary }).first())
  }

  async reads(...words: string[]): Promise<void> {
    for (const text of words) await this.main.getByText(text).first().waitFor()
  }

  async isTold(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).waitFor()
  }

  async words(): Promise<string> {
    return this.main.innerText()
  }

  async codes(): Promise<string[]> {
    return this.main.locator('code').allInnerTexts()
  }

  async leadsTo(link: string): Promise<string> {
    const found = this.main.getByRole('link', { name: link, exact: true }).first()
    return (await found.getAttribute('href')) ?? ''
  }

  async fetches(path: string): Promise<FetchedPage> {
    const answer = await this.page.request.get(path, { maxRedirects: 0 })
    return { status: answer.status(), text: await answer.text() }
  }

  private async leads(target: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.hands.press(target)])
  }
}
