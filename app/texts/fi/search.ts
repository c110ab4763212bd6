import type { Lang } from '../../platform/language.ts'

const languageNames: Record<Lang, string> = { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' }

/** The search page. */
export const search = {
  title: 'Haku',
  titleFor: (text: string) => `Haku: ${text}`,
  lede: 'Etsi kokeiluista, opeista, ideoista ja siitä, mitä muualla on kokeiltu. Sanan muodolla ei ole väliä: kunta löytää myös kunnat ja kunnan.',
  text: 'Mitä etsit?',
  find: 'Hae',
  narrow: 'Rajaa hakua',
  municipality: 'Kunta',
  theme: 'Aihe',
  state: 'Vaihe',
  year: 'Vuosi',
  kind: 'Mistä etsitään',
  any: 'Kaikki',
  clear: 'Poista rajaukset',
  found: (count: string) => (count === '1' ? 'Yksi tulos' : `${count} tulosta`),
  foundFor: (count: string, text: string) =>
    count === '1' ? `Yksi tulos haulle ”${text}”` : `${count} tulosta haulle ”${text}”`,
  corrected: (written: string, meant: string) =>
    `Sanoja ”${written}” ei löytynyt sellaisinaan. Tässä ovat tulokset haulle ”${meant}”.`,
  inLanguage: (language: Lang) => languageNames[language],
  furtherOn: 'Tekstissä myös',
  elsewhere: 'Avautuu muualla',
  kinds: { experiment: 'kokeilu', lesson: 'oppi', idea: 'idea', 'library-title': 'kokeiltu muualla' },
  example: 'Keksitty esimerkki',
  nothing: (text: string) => `Haulla ”${text}” ei löytynyt mitään.`,
  nothingNarrowed: 'Näillä rajauksilla ei löytynyt mitään.',
  tryThis: 'Näin voit jatkaa',
  withoutFilters: 'Hae samalla sanalla ilman rajauksia',
  onlyWord: (word: string) => `Hae pelkällä sanalla ”${word}”`,
  allExperiments: 'Selaa kaikkia kokeiluja',
  tellIdea: 'Kerro se ideana',
  tellIdeaText: 'Ehkä tätä ei ole vielä kokeiltu.',
}

export type SearchTexts = typeof search
