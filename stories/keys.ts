import type { CDPSession, Page } from 'playwright-core'

/** More than any page has places for focus. */
const mostTabs = 800

/** Holds Tab down until it has been pressed so many times. Sent all at once: the browser takes one after the other, as from a keyboard. */
async function holdsTab(devices: CDPSession, times: number): Promise<void> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  const press = (_: unknown, index: number) =>
    devices.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown', autoRepeat: index > 0 })
  await Promise.all(Array.from({ length: times }, press))
  await devices.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
}

/** What the page itself remembers of somebody who presses Tab. */
interface Tabbing {
  tabbing: {
    /** What can be used and has not been reached yet. */
    left: () => Element[]
    /** What was reached without the focus showing on it. */
    unseen: Set<Element>
  }
}

/**
 * What somebody who uses keys alone cannot reach on the page, or cannot see that they have reached: one line each.
 * Goes through the page with Tab. Of a group of radio buttons one is enough, because arrows lead to the others.
 */
export async function outOfReachByKeys(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const reached = new Set<Element>()
    const unseen = new Set<Element>()
    const groups = new Set<string>()
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return
      reached.add(target)
      if (target instanceof HTMLInputElement && target.type === 'radio') groups.add(target.name)
      // A card shows the focus around the whole of itself, by what stands after its link.
      const shows = [getComputedStyle(target), getComputedStyle(target, '::after')].some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      )
      if (!shows) unseen.add(target)
    })
    const isForPeople = (element: Element) =>
      !element.matches(':disabled, [tabindex="-1"], [type=hidden]') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !(element instanceof HTMLInputElement && element.type === 'radio' && groups.has(element.name))
    const left = () =>
      [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
        (element) => !reached.has(element) && isForPeople(element),
      )
    Object.assign(globalThis, { tabbing: { left, unseen } })
  })
  const countLeft = () =>
    page.evaluate(() => (globalThis as typeof globalThis & Tabbing).tabbing.left().length)
  // Asked for only as often as everything could have been reached: asking takes longer than a key.
  const devices = await page.context().newCDPSession(page)
  for (let pressed = 0, left = await countLeft(); left > 0 && pressed < mostTabs; left = await countLeft()) {
    await holdsTab(devices, left)
    pressed += left
  }
  await devices.detach()
  return page.evaluate(() => {
    const { left, unseen } = (globalThis as typeof globalThis & Tabbing).tabbing
    const line = (what: string) => (element: Element) =>
      `${location.pathname}: ${what} ${element.outerHTML.slice(0, 160)}`
    return [...left().map(line('Tab does not reach')), ...[...unseen].map(line('the focus does not show on'))]
  })
}
