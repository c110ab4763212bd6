export const front = {
  mail: {
    title: 'Kokeiluympäristön posti',
    lede: 'Viestit, jotka palvelu on lähettänyt. Oikeassa käytössä ne menevät sähköpostiin.',
    empty: 'Yhtään viestiä ei ole vielä lähtenyt.',
    to: (address: string) => `Vastaanottaja ${address}`,
    attachments: (names: string) => `Liitteet: ${names}`,
  },
}

export type FrontTexts = typeof front
