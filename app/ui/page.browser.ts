/**
 * What every page gains from where script runs: focus on the error summary, no second press of a sent form, a warning before
 * typed text is left behind, and a count of the characters left. Without it every page works all the same.
 */

/** Puts focus on the problems of a form, so that they are the first thing read. */
function focusOnProblems() {
  document.querySelector<HTMLElement>('.error-summary')?.focus()
}

/** The error summary's links: focus lands in the field, and its label comes into sight with it. */
function followProblemLinks() {
  document.querySelector('.error-summary')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const id = link?.getAttribute('href')?.slice(1)
    const control = id ? document.getElementById(id) : null
    if (!control) return
    event.preventDefault()
    control.closest('.field')?.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}

function textOf(form: HTMLFormElement): string {
  return [...new FormData(form)]
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`)
    .join('\n')
}

function holdsText(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')].some(
    (control) => (control.type === 'text' || control.type === 'textarea') && control.value.trim() !== '',
  )
}

function guardForms() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
    // A form that came back with problems holds text that is not saved yet, though nobody has touched it on this page.
    const returned = document.querySelector('.error-summary') !== null && holdsText(form)
    let saved = returned ? undefined : textOf(form)
    let sent = false
    const reopen = () => {
      sent = false
      form.removeAttribute('aria-busy')
    }
    form.addEventListener('submit', (event) => {
      if (sent) {
        event.preventDefault()
        return
      }
      sent = true
      form.setAttribute('aria-busy', 'true')
      announce(form.dataset['sending'] ?? '')
      // When nothing has come back by then, the line may have broken: let the person press again.
      setTimeout(() => reopen(), 10_000)
    })
    addEventListener('beforeunload', (event) => {
      if (!sent && textOf(form) !== saved) event.preventDefault()
    })
    // A page that comes back from the browser's memory may be sent again; the form's key makes sure it counts once.
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return
      saved = textOf(form)
      reopen()
    })
  }
}

function announce(text: string) {
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  document.body.append(status)
  requestAnimationFrame(() => (status.textContent = text))
}

/** Counts down the characters of the text area it stands around; tells a screen reader only when typing pauses. */
class CharacterCount extends HTMLElement {
  #pause: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    const area = this.querySelector('textarea')
    const shown = this.querySelector('.count')
    if (!area || !shown) return
    const said = document.createElement('p')
    said.className = 'visually-hidden'
    said.setAttribute('aria-live', 'polite')
    this.append(said)
    const update = () => {
      const left = Number(this.dataset['limit']) - [...area.value].length
      const text = this.#words(left)
      shown.textContent = text
      shown.classList.toggle('count-over', left < 0)
      clearTimeout(this.#pause)
      this.#pause = setTimeout(() => (said.textContent = document.activeElement === area ? text : ''), 1500)
    }
    area.addEventListener('input', update)
    update()
  }

  #words(left: number): string {
    const kind = left < 0 ? 'over' : 'left'
    const count = Math.abs(left)
    const text = this.dataset[count === 1 ? `${kind}One` : kind] ?? '{count}'
    return text.replace('{count}', count.toLocaleString(document.documentElement.lang))
  }
}

/** Choosing text to combine by typing in it: the choice follows the hand. */
function chooseCombinedOnTyping() {
  for (const row of document.querySelectorAll('.two-texts-row'))
    row.querySelector('textarea')?.addEventListener('input', () => {
      const choice = row.querySelector<HTMLInputElement>('input[value="combined"]')
      if (choice) choice.checked = true
    })
}

customElements.define('character-count', CharacterCount)
focusOnProblems()
followProblemLinks()
guardForms()
chooseCombinedOnTyping()
