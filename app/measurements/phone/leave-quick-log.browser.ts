import { countInWords, type PhoneWords } from './log-form.ts'
import { currentPerson, entriesOf, forgetPerson } from './phone-storage.ts'

// On the page of signing out: says what has not been sent from this phone yet, and takes everything of the person and the
// pages that stand in off the phone when they leave.

/** How long the phone's storage may take to let go before the person is signed out all the same, in milliseconds. */
const patienceMs = 5_000

async function leave(owner: string | undefined): Promise<void> {
  if (owner !== undefined) await forgetPerson(owner)
  for (const name of await caches.keys()) if (name.startsWith('uskalla-log-')) await caches.delete(name)
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    await registration.unregister()
}

class LeavePhoneLog extends HTMLElement {
  connectedCallback() {
    void this.#start()
  }

  async #start() {
    const words = JSON.parse(this.dataset['words'] ?? '{}') as PhoneWords
    const person = await currentPerson()
    const count = person ? (await entriesOf(person.owner)).length : 0
    if (count > 0) {
      const text = document.createElement('p')
      text.textContent = countInWords(words, 'signOut', count)
      const link = document.createElement('a')
      link.href = this.dataset['log'] ?? ''
      link.textContent = words['signOutSend'] ?? ''
      const box = document.createElement('div')
      box.className = 'notice notice-attention'
      box.append(text, link)
      this.append(box)
    }
    const form = document.querySelector<HTMLFormElement>('main form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      if (event.submitter instanceof HTMLButtonElement && event.submitter.name !== '') {
        const chosen = document.createElement('input')
        chosen.type = 'hidden'
        chosen.name = event.submitter.name
        chosen.value = event.submitter.value
        form.append(chosen)
      }
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
      void Promise.race([leave(person?.owner).catch(() => undefined), patience]).then(() => form.submit())
    })
  }
}

if ('indexedDB' in globalThis) customElements.define('leave-phone-log', LeavePhoneLog)
