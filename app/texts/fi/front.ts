export const front = {
  lede: 'Kunta oppii kokeilemalla: idea, muutaman tunnin tuumailu, lukittu suunnitelma, pieni kokeilu ja oppi, joka siirtyy seuraavaan kuntaan.',
  doors: {
    idea: 'Minulla on idea',
    ideaText: 'Kolme lausetta riittää. Rahaa ei tarvitse olla.',
    lessons: 'Mitä on opittu',
    lessonsText: 'Lopetetut ja levinneet rinnakkain, luvut lähteineen.',
    municipality: 'Minun kuntani',
    municipalityText: 'Mitä meillä on kokeiltu, ja mitä muualla.',
  },
  tryAs: {
    title: 'Kokeile jonkun roolissa',
    text: 'Katso palvelua työntekijän, johtajan, lähettilään, ohjelmatoimiston, tutkijan tai kuntalaisen silmin. Ihmiset on keksitty.',
    button: 'Valitse rooli',
  },
  learned: {
    title: 'Viimeksi opittua',
    text: 'Lopetettu on yhtä arvokas kuin levinnyt, kun siitä opittiin.',
    stopped: 'Opittu ja lopetettu',
    spread: 'Levinnyt',
    all: 'Kaikki opit',
  },
  running: {
    title: 'Nyt kokeillaan',
    none: 'Juuri nyt ei ole käynnissä yhtään kokeilua. Ensimmäinen askel on pieni: kerro, mikä ei toimi.',
    all: 'Kaikki kokeilut',
  },
  map: {
    title: 'Kokeiluja kartalla',
    sentence: (experiments: number, municipalities: number) =>
      `${experiments === 1 ? '1 kokeilu' : `${experiments} kokeilua`}, ${municipalities === 1 ? '1 kunta' : `${municipalities} kuntaa`}.`,
    caption: 'Julkiset kokeilut kunnittain',
    municipality: 'Kunta',
    experiments: 'Kokeiluja',
    spread: 'Levinnyt',
    stopped: 'Opittu ja lopetettu',
    running: 'Käynnissä',
  },
  mine: {
    title: 'Omat asiani',
    lede: (name: string) => `${name}, tässä on kaikki, mikä odottaa sinua.`,
    none: 'Mikään ei odota sinua juuri nyt. Ensimmäinen askel on pieni: kerro, mikä ei toimi.',
    tellIdea: 'Kerro idea',
    toDecide: 'Odottaa päätöstäsi',
    experiments: 'Kokeiluni',
    checks: 'Tarkistettavat',
    ideas: 'Avoimet ideat kunnassani',
  },
  mail: {
    title: 'Kokeiluympäristön posti',
    lede: 'Viestit, jotka palvelu on lähettänyt. Oikeassa käytössä ne menevät sähköpostiin.',
    empty: 'Yhtään viestiä ei ole vielä lähtenyt.',
    to: (address: string) => `Vastaanottaja ${address}`,
    replyTo: (address: string) => `Vastausosoite: ${address}`,
    attachments: (names: string) => `Liitteet: ${names}`,
  },
}

export type FrontTexts = typeof front
