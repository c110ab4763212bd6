/** What one more round of a trial would cost and be worth. */
export const oneMoreRound = {
  title: 'Kannattaako vielä yksi kierros?',
  takes: (weeks: string | null, costs: string) =>
    weeks === null
      ? `Samanlainen kierros maksaisi suunnilleen saman kuin tämä: ${costs}.`
      : `Samanlainen kierros kestäisi ${weeks} ${weeks === '1' ? 'viikon' : 'viikkoa'} ja maksaisi suunnilleen saman kuin tämä: ${costs}.`,
  and: ' ja ',
  weeks: { one: 'viikko', many: 'viikkoa' },
  onePoint: 'pistettä',
  unknown: {
    'no-range': 'Lisätiedon arvoa ei voi laskea: muutokselle ei ole vaihteluväliä.',
    'no-threshold':
      'Lisätiedon arvoa ei voi laskea: suunnitelmassa ei sovittu, mikä muutos olisi vaivan arvoinen.',
  },
  now: (outOfTen: string) =>
    outOfTen === '0'
      ? 'Nyt näyttää siltä, että muutos tuskin yltää vaivan arvoiseksi.'
      : `Nyt näyttää siltä, että muutos on vaivan arvoinen noin ${outOfTen} kerralla kymmenestä.`,
  worthOnly: (worth: string) => `Paremmasta päätöksestä odotetaan hyötyä noin ${worth} vuodessa.`,
  noPrice: (unit: string) =>
    `Hyöty euroina ei ole tiedossa: suunnitelmassa ei ole kerrottu, minkä arvoinen yhden yksikön muutos (${unit}) on vuodessa.`,
  paysFrom: (unit: string, euros: string) =>
    `Kierros kannattaa, jos yhden yksikön muutos (${unit}) on kunnalle vähintään ${euros} arvoinen vuodessa.`,
  noHourPrice: 'Työtunneille ei ole kerrottu hintaa, joten kierroksen hintaa ei voi laskea yhteen euroiksi.',
  how: 'Miten tämä on laskettu',
  reasoning:
    'Lisätieto on arvokasta vain, jos se voi kääntää päätöksen. Laskussa vaivan arvoiseksi sovittu muutos on raja, jonka yläpuolella levittäminen kannattaa. Uuden kierroksen oletetaan kertovan yhtä tarkasti kuin tämän.',
  breakEven: 'Raja, jonka yläpuolella levittäminen kannattaa',
  inUnits: 'Odotettu hyöty paremmasta päätöksestä',
  paysFromTerm: (unit: string) => `Kierros kannattaa, kun yksi yksikkö (${unit}) on vähintään`,
}

export type OneMoreRoundTexts = typeof oneMoreRound
