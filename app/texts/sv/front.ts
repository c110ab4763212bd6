import type { FrontTexts } from '../fi/front.ts'

export const front: FrontTexts = {
  mail: {
    title: 'Provmiljöns post',
    lede: 'Meddelanden som tjänsten har skickat. I riktig användning går de till e-posten.',
    empty: 'Inget meddelande har skickats ännu.',
    to: (address) => `Mottagare ${address}`,
    attachments: (names) => `Bilagor: ${names}`,
  },
}
