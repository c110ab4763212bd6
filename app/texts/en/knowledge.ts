import type { KnowledgeTexts } from '../fi/knowledge.ts'

export const knowledge: KnowledgeTexts = {
  library: {
    title: 'The library: what others have tried',
    lede: 'Experiments and development work from all over Finland. The link leads to where the work is told of.',
    text: 'Search by words',
    municipality: 'Municipality',
    anyMunicipality: 'All municipalities',
    year: 'Year',
    anyYear: 'All years',
    show: 'Show',
    showAll: 'Show all',
    found: (count: number) => (count === 1 ? 'One title' : `${count} titles`),
    none: 'The library has nothing for these choices. Try with fewer of them, or tell us your own idea.',
    tellIdea: 'Tell an idea',
    municipalityUnknown: 'municipality not known',
    yearUnknown: 'year not known',
    toldElsewhere: 'Told elsewhere',
    toldElsewhereLede: 'Experiments and development work that other sites tell of.',
    allTitles: (count: number) => `Show all ${count} titles`,
    ownSentences:
      'The titles are those of their authors, in Finnish; the sentences are ours. Some links lead to a list in which the title is one of many.',
    sourcesLink: 'Sources and licences',
  },
  sources: {
    title: 'Sources and licences',
    lede: 'Where the information in this service comes from, and on what terms it may be used.',
    provider: 'Provider',
    licence: 'Terms',
    attribution: 'How to name the source',
    address: 'Address',
    through: 'Copy taken from',
    terms: {
      'public domain': 'public domain',
      'facts in our own words': 'facts in our own words',
      'links with sentences of our own': 'links with a sentence of our own',
    },
  },
}
