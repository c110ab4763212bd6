import type { Lang } from '../../platform/language.ts'
import type { SearchTexts } from '../fi/search.ts'

const languageNames: Record<Lang, string> = { fi: 'på finska', sv: 'på svenska', en: 'på engelska' }

export const search: SearchTexts = {
  title: 'Sök',
  titleFor: (text) => `Sök: ${text}`,
  lede: 'Sök bland försök, lärdomar, idéer och sådant som andra har prövat. Ordets form spelar ingen roll: kommun hittar också kommuner och kommunens.',
  text: 'Vad söker du?',
  find: 'Sök',
  narrow: 'Avgränsa sökningen',
  municipality: 'Kommun',
  theme: 'Tema',
  state: 'Etapp',
  year: 'År',
  kind: 'Var söker du',
  any: 'Alla',
  clear: 'Ta bort avgränsningarna',
  found: (count) => (count === '1' ? 'En träff' : `${count} träffar`),
  foundFor: (count, text) => (count === '1' ? `En träff för ”${text}”` : `${count} träffar för ”${text}”`),
  corrected: (written, meant) => `”${written}” hittades inte i den formen. Här är träffarna för ”${meant}”.`,
  inLanguage: (language) => languageNames[language],
  furtherOn: 'I texten också',
  elsewhere: 'Öppnas på en annan webbplats',
  kinds: { experiment: 'försök', lesson: 'lärdom', idea: 'idé', 'library-title': 'prövat på annat håll' },
  example: 'Påhittat exempel',
  nothing: (text) => `Sökningen ”${text}” gav inga träffar.`,
  nothingNarrowed: 'De här avgränsningarna gav inga träffar.',
  tryThis: 'Så kan du gå vidare',
  withoutFilters: 'Sök på samma ord utan avgränsningar',
  onlyWord: (word) => `Sök bara på ordet ”${word}”`,
  allExperiments: 'Bläddra bland alla försök',
  tellIdea: 'Berätta det som en idé',
  tellIdeaText: 'Det här har kanske inte prövats än.',
}
