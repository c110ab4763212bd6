import type { Lang } from '../../platform/language.ts'
import type { SearchTexts } from '../fi/search.ts'

const languageNames: Record<Lang, string> = { fi: 'in Finnish', sv: 'in Swedish', en: 'in English' }

export const search: SearchTexts = {
  title: 'Search',
  titleFor: (text) => `Search: ${text}`,
  lede: 'Search experiments, lessons, ideas and what has been tried elsewhere. The form of a word does not matter: library also finds libraries.',
  text: 'What are you looking for?',
  find: 'Search',
  narrow: 'Narrow the search',
  municipality: 'Municipality',
  theme: 'Theme',
  state: 'Stage',
  year: 'Year',
  kind: 'Where to look',
  any: 'All',
  clear: 'Remove the filters',
  found: (count) => (count === '1' ? 'One result' : `${count} results`),
  foundFor: (count, text) => (count === '1' ? `One result for ‘${text}’` : `${count} results for ‘${text}’`),
  corrected: (written, meant) =>
    `‘${written}’ was not found as written. These are the results for ‘${meant}’.`,
  inLanguage: (language) => languageNames[language],
  furtherOn: 'Also in the text',
  elsewhere: 'Opens on another site',
  kinds: { experiment: 'experiment', lesson: 'lesson', idea: 'idea', 'library-title': 'tried elsewhere' },
  example: 'Made-up example',
  nothing: (text) => `Nothing was found for ‘${text}’.`,
  nothingNarrowed: 'Nothing was found with these filters.',
  tryThis: 'What you can do next',
  withoutFilters: 'Search for the same words without filters',
  onlyWord: (word) => `Search for ‘${word}’ alone`,
  allExperiments: 'Browse all experiments',
  tellIdea: 'Tell it as an idea',
  tellIdeaText: 'Perhaps this has not been tried yet.',
}
