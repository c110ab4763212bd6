import { experimentStates, themes } from '../experiments/index.ts'
import { ideaStates } from '../ideas/index.ts'
import type { FindableThings } from '../search/index.ts'
import { texts } from '../texts/index.ts'

/** What the search page has to find: kinds of records with their pages, and the words of its filters. */
export const findableThings: FindableThings = {
  kinds: [
    { value: 'experiment', word: (lang) => texts[lang].search.kinds.experiment, address: 'experiment' },
    { value: 'lesson', word: (lang) => texts[lang].search.kinds.lesson, address: 'lesson' },
    { value: 'idea', word: (lang) => texts[lang].search.kinds.idea, address: 'idea' },
    { value: 'library-title', word: (lang) => texts[lang].search.kinds['library-title'] },
  ],
  themes: themes.map((value) => ({ value, word: (lang) => texts[lang].experiments.themes[value] })),
  states: [
    {
      group: (lang) => texts[lang].experiments.title,
      choices: experimentStates
        .filter((value) => value !== 'draft')
        .map((value) => ({ value, word: (lang) => texts[lang].experiments.states[value] })),
    },
    {
      group: (lang) => texts[lang].ideas.title,
      choices: ideaStates.map((value) => ({ value, word: (lang) => texts[lang].ideas.states[value] })),
    },
  ],
}
