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

/** Somebody in front of a browser. Everything is looked for by the words and roles that a person meets. */
export class Person {
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

  /** The address without host and query. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async visits(path: string): Promise<void> {
    const answer = await this.page.goto(path)
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}.`)
  }

  /** Follows a link by its words. */
  async opens(link: string): Promise<void> {
    await this.leads(this.main.getByRole('link', { name: link, exact: true }).first())
  }

  /** Follows the link whose words begin so. */
  async opensStarting(link: string): Promise<void> {
    const pattern = new RegExp(`^${RegExp.escape(link)}`)
    await this.leads(this.main.getByRole('link', { name: pattern }).first())
  }

  async presses(button: string): Promise<void> {
    await this.leads(this.main.getByRole('button', { name: button, exact: true }))
  }

  /** Presses the button whose words begin so. */
  async pressesStarting(button: string): Promise<void> {
    await this.leads(this.main.getByRole('button', { name: new RegExp(`^${RegExp.escape(button)}`) }))
  }

  /** Writes into fields found by their labels. */
  async writes(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.hands.write(this.main.getByRole('textbox', { name: label, exact: true }), text)
  }

  /** Chooses an answer to a question that has its answers in sight. */
  async chooses(question: string, answer: string): Promise<void> {
    const group = this.main.getByRole('group', { name: question, exact: true })
    await this.hands.mark(group.getByRole('radio', { name: answer, exact: true }))
  }

  async ticks(label: string): Promise<void> {
    await this.hands.mark(this.main.getByRole('checkbox', { name: label, exact: true }))
  }

  /** Picks from a list that opens. */
  async picks(label: string, option: string): Promise<void> {
    await this.main.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option })
  }

  /** Chooses a file from the computer. */
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

  /** Waits until the page says so, anywhere in its own part. */
  async reads(...words: string[]): Promise<void> {
    for (const text of words) await this.main.getByText(text).first().waitFor()
  }

  /** Waits for the message that tells what came of the last press. */
  async isTold(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).waitFor()
  }

  private async leads(target: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.hands.press(target)])
  }
}
