import type { FrontTexts } from '../fi/front.ts'

export const front: FrontTexts = {
  mail: {
    title: 'Mail of the trial environment',
    lede: 'Messages that the service has sent. In real use they go to e-mail.',
    empty: 'No message has been sent yet.',
    to: (address) => `To ${address}`,
    attachments: (names) => `Attachments: ${names}`,
  },
}
