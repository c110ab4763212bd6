export const lessons = {
  title: 'Opit',
  lede: 'Lopetettu on yhtä arvokas kuin levinnyt, kun siitä opittiin. Katso, mitä muut jo tietävät.',
  empty: 'Täällä ei ole vielä mitään. Ensimmäinen askel on pieni: kerro, mikä ei toimi.',
  emptyFiltered: 'Näillä rajauksilla ei ole oppeja. Poista rajaus tai etsi haulla.',
  tellIdea: 'Kerro idea',
  count: (total: number) => (total === 1 ? '1 oppi' : `${total} oppia`),
  filter: {
    title: 'Rajaa',
    municipality: 'Kunta',
    everywhere: 'Koko maa',
    theme: 'Teema',
    allThemes: 'Kaikki teemat',
    outcome: 'Miten kävi',
    allOutcomes: 'Kaikki',
    show: 'Näytä',
  },
  outcomes: {
    spread: 'levinnyt',
    continued: 'jatkuu',
    changed: 'muutettiin',
    stopped: 'opittu',
    unknown: 'ei tiedossa, miten kävi',
  },
  undecided: 'päätöstä ei vielä',
  learned: (words: string) => `Opittu: ${words}`,
  unknownLesson: 'Mitä opittiin, ei löydy julkisista lähteistä.',
  fromSources: 'Tiedot julkisista lähteistä',
  example: 'Keksitty esimerkki',
  retrospectiveTitle: 'Jälkikäteen laskettuja esimerkkejä',
  retrospectiveLede:
    'Uskallan tekijät ovat laskeneet nämä avoimesta aineistosta. Ne näyttävät, mitä luvuista voi ja mitä ei voi päätellä.',
  card: {
    worked: 'Mikä toimi',
    didNotWork: 'Mikä ei toiminut',
    surprised: 'Mikä yllätti',
    conditions: 'Mitä tämä vaatii muualla',
    works: 'Toimiiko?',
    inspired: 'Mihin tämä innosti',
    wouldDoOtherwise: 'Mitä tekisimme toisin',
    verdicts: { yes: 'kyllä', partly: 'osittain', no: 'ei', cannot_tell: 'ei voi vielä sanoa' },
    written: (date: string) => `Kirjoitettu ${date}`,
  },
  write: {
    title: 'Kirjoita oppi',
    link: 'Kirjoita oppi',
    again: 'Täydennä oppia',
    lede: 'Kirjoita seuraavalle kunnalle: mitä toivoisit jonkun kertoneen sinulle? Epäonnistuminen on tavallista, sen piilottaminen ei.',
    workedHint: 'Mitä kannattaa tehdä uudelleen?',
    workedMissing: 'Kirjoita, mikä toimi. Jos mikään ei toiminut, kirjoita niin.',
    didNotWorkHint: 'Mitä ei kannata toistaa?',
    didNotWorkMissing: 'Kirjoita, mikä ei toiminut. Jos kaikki toimi, kirjoita niin.',
    surprisedHint: 'Mitä ette osanneet odottaa?',
    surprisedMissing: 'Kirjoita, mikä yllätti. Jos mikään ei yllättänyt, kirjoita niin.',
    conditionsHint: 'Esimerkiksi: keittiössä on oltava jäähdytys, ja joku vastaa jaosta.',
    conditionsMissing: 'Kirjoita, mitä tämä vaatii toimiakseen muualla.',
    worksMissing: 'Valitse, toimiiko tämä teidän mielestänne.',
    button: 'Tallenna oppi',
    saved: 'Oppi on tallennettu. Se näkyy nyt kaikille kunnille.',
    noNames: 'Oppi näkyy kaikille. Älä kirjoita kenenkään nimeä.',
  },
  page: {
    experiment: 'Koko kokeilu suunnitelmineen',
    adoptersTitle: 'Ketkä ovat ottaneet tämän käyttöön',
    adoptersNone: 'Kukaan ei ole vielä ottanut tätä käyttöön Uskallassa.',
    withUsTitle: 'Toimisiko meillä?',
    withUsNobody:
      'Kukaan ei ole vielä toistanut tätä, joten emme osaa sanoa, miten se toimisi muualla. Voit olla ensimmäinen.',
    withUsResembles: (names: string) =>
      `Teitä muistuttavista kunnista tätä on kokeillut ${names}. Katso, mitä siitä voi päätellä.`,
    withUsOthers: (n: number) =>
      n === 1
        ? 'Yksi muu kunta on kokeillut tätä, mutta se ei muistuta teitä. Tuloksen siirtymisestä teille emme tiedä.'
        : `${n} muuta kuntaa on kokeillut tätä, mutta ne eivät muistuta teitä. Tuloksen siirtymisestä teille emme tiedä.`,
    withUsSignIn: 'Kirjaudu, niin näet, onko teitä muistuttava kunta kokeillut tätä.',
    none: 'Oppia ei ole vielä kirjoitettu.',
  },
  adopt: {
    title: 'Ota käyttöön',
    link: 'Ota käyttöön meillä',
    lede: 'Suunnitelma kopioituu luonnokseksi, jota voit muokata. Se jää linkitetyksi tähän kokeiluun, ja oppi palaa kaikille.',
    comes: 'Mukana tulee',
    comesList: 'kysymys, tavoite, tekeminen, mittarit, ennuste ja päätössääntö',
    comesPublished: 'kysymys, tekeminen ja mittari, siltä osin kuin lähteet ne kertovat',
    yours: 'Teidän omanne',
    yoursList: 'paikka, ajat, lähtötaso, voimavarat, säännöt ja väylä',
    municipality: 'Mihin kuntaan?',
    municipalityMissing: 'Valitse kunta.',
    button: 'Kopioi suunnitelma',
    done: 'Suunnitelma on kopioitu. Täydennä nyt omat tietonne.',
  },
  adoptMail: {
    subject: (where: string) => `Kokeilusi otetaan käyttöön ${where}`,
    text: (words: { question: string; where: string; address: string }) =>
      `Hei\n\nKokeilusi lähti eteenpäin: ${words.question}\n\nSe otetaan käyttöön ${words.where}. Kiitos, että kerroit, mitä opitte.\n\n${words.address}\n`,
  },
  family: {
    title: 'Kokeilun perhe',
    link: 'Koko perhe ja kartta',
    lede: (n: number) =>
      n === 1
        ? 'Kukaan ei ole vielä ottanut tätä käyttöön muualla.'
        : `Tästä on ${n} kokeilua, jotka ovat syntyneet toinen toisestaan.`,
    sentence: (municipalities: number) =>
      municipalities === 1 ? 'Kartalla on yksi kunta.' : `Kartalla on ${municipalities} kuntaa.`,
    mapTitle: 'Missä tätä on kokeiltu',
    caption: 'Perheen kokeilut',
    columns: {
      experiment: 'Kokeilu',
      municipality: 'Kunta',
      year: 'Vuosi',
      outcome: 'Miten kävi',
      from: 'Mistä otettu',
    },
    noYear: 'ei tiedossa',
    wholeCountry: 'useita kuntia',
    original: 'alkuperäinen',
    changedTitle: (where: string) => `Mitä ${where} muutettiin`,
    before: 'Alkuperäinen',
    after: 'Sovellus',
    nothing: 'Ei kerrottu',
    repeated: (n: number) =>
      n === 1 ? 'Toistettu yhdessä muussa kunnassa.' : `Toistettu ${n} muussa kunnassa.`,
  },
}

export type LessonsTexts = typeof lessons
