/**
 * Keeps the panel beside the plan form true to what is being typed: it asks the server for the same panel, made of what
 * stands in the form. Without script the panel follows when the page is saved.
 */

const pause = 700
/** Longer texts tell the panel nothing that it reckons with. */
const longestSent = 500

const panel = document.querySelector<HTMLElement>('[data-plan-panel]')
const form = document.querySelector<HTMLFormElement>('main form')

if (panel && form) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const follow = async () => {
    asking?.abort()
    asking = new AbortController()
    const address = new URL(panel.dataset['planPanel'] ?? '', location.href)
    for (const [name, value] of new FormData(form))
      if (!name.startsWith('_') && typeof value === 'string' && value.length <= longestSent)
        address.searchParams.set(name, value)
    const measure = new URL(form.action).searchParams.get('measure')
    if (measure) address.searchParams.set('measure', measure)
    try {
      const answer = await fetch(address, { signal: asking.signal })
      const text = answer.ok ? await answer.text() : ''
      if (text !== '' && text !== panel.innerHTML) panel.innerHTML = text
    } catch {
      // The line broke, or more was typed: the panel stays as it is.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void follow(), pause)
  })
}
