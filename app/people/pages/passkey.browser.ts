import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** After this the question of the page may be too old, in milliseconds since it was opened. */
const questionGrowsOld = 240_000

/**
 * Asks the device for a passkey and sends its answer with the form inside. Without script, or in a browser without
 * passkeys, the sentence stays that says what works instead.
 */
class PasskeyCeremony extends HTMLElement {
  connectedCallback() {
    const [instead, ceremony] = this.children
    const form = this.querySelector('form')
    const button = this.querySelector<HTMLButtonElement>('button[type=button]')
    const failed = this.querySelector<HTMLElement>('[role=alert]')
    if (!(instead instanceof HTMLElement) || !(ceremony instanceof HTMLElement)) return
    if (!form || !button || !failed || !browserSupportsWebAuthn()) return
    instead.hidden = true
    ceremony.hidden = false
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target === button) return
      event.preventDefault()
      button.click()
    })
    button.addEventListener('click', () => {
      if (performance.now() > questionGrowsOld) return location.reload()
      failed.hidden = true
      button.disabled = true
      this.#answer()
        .then((answer) => {
          const field = form.querySelector<HTMLInputElement>('input[name=answer]')
          if (field) field.value = JSON.stringify(answer)
          form.requestSubmit()
        })
        .catch(() => {
          failed.hidden = false
        })
        .finally(() => {
          button.disabled = false
        })
    })
  }

  #answer() {
    const optionsJSON = JSON.parse(this.dataset['question'] ?? '')
    return this.dataset['kind'] === 'registration'
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON })
  }
}

customElements.define('passkey-ceremony', PasskeyCeremony)
