/** Presses the one button of the form inside: nothing is left to decide. Without script the person presses it. */
class GoOn extends HTMLElement {
  connectedCallback() {
    this.querySelector('form')?.requestSubmit()
  }
}

customElements.define('go-on', GoOn)
