/** The library of what has been tried elsewhere, and the sources page. */
export const knowledge = {
  library: {
    title: 'Kirjasto: mitä muualla on kokeiltu',
    lede: 'Kokeiluja ja kehittämistyötä eri puolilta Suomea. Linkki vie sinne, missä työstä kerrotaan.',
    text: 'Etsi sanoilla',
    municipality: 'Kunta',
    anyMunicipality: 'Kaikki kunnat',
    year: 'Vuosi',
    anyYear: 'Kaikki vuodet',
    show: 'Näytä',
    showAll: 'Näytä kaikki',
    found: (count: number) => (count === 1 ? 'Yksi otsikko' : `${count} otsikkoa`),
    none: 'Näillä ehdoilla kirjastossa ei ole mitään. Kokeile vähemmillä ehdoilla tai kerro oma ideasi.',
    tellIdea: 'Kerro idea',
    municipalityUnknown: 'kunta ei tiedossa',
    yearUnknown: 'vuosi ei tiedossa',
    toldElsewhere: 'Kerrottu muualla',
    toldElsewhereLede: 'Kokeiluja ja kehittämistyötä, joista on kerrottu muilla sivuilla.',
    allTitles: (count: number) => `Näytä kaikki ${count} otsikkoa`,
    ownSentences:
      'Otsikot ovat tekijöidensä, kuvaavat lauseet omiamme. Osa linkeistä vie luetteloon, jossa otsikko on yksi monista.',
    sourcesLink: 'Tietolähteet ja lisenssit',
  },
  sources: {
    title: 'Tietolähteet ja lisenssit',
    lede: 'Tästä näet, mistä palvelun tiedot ovat peräisin ja millä ehdoilla niitä saa käyttää.',
    provider: 'Tuottaja',
    licence: 'Käyttöehdot',
    attribution: 'Näin lähde nimetään',
    address: 'Osoite',
    through: 'Kopio on peräisin täältä',
    terms: {
      'public domain': 'vapaasti käytettävissä (public domain)',
      'facts in our own words': 'tosiasiat omin sanoin',
      'links with sentences of our own': 'linkkejä, joissa on oma lauseemme',
    },
  },
}

export type KnowledgeTexts = typeof knowledge
