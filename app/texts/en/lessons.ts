import type { LessonsTexts } from '../fi/lessons.ts'

export const lessons: LessonsTexts = {
  title: 'Lessons',
  lede: 'Stopped is worth as much as spread when something was learned. See what others know already.',
  empty: 'Nothing here yet. The first step is small: tell what does not work.',
  emptyFiltered: 'No lessons fit these limits. Remove a limit or search.',
  tellIdea: 'Tell an idea',
  count: (total) => (total === 1 ? '1 lesson' : `${total} lessons`),
  filter: {
    title: 'Narrow down',
    municipality: 'Municipality',
    everywhere: 'The whole country',
    theme: 'Theme',
    allThemes: 'All themes',
    outcome: 'How it went',
    allOutcomes: 'All',
    show: 'Show',
  },
  outcomes: {
    spread: 'spread',
    continued: 'goes on',
    changed: 'was changed',
    stopped: 'learned',
    unknown: 'not known how it went',
  },
  undecided: 'no decision yet',
  learned: (words) => `Learned: ${words}`,
  unknownLesson: 'What was learned is not found in public sources.',
  fromSources: 'From public sources',
  example: 'Made-up example',
  retrospectiveTitle: 'Examples worked out afterwards',
  retrospectiveLede:
    'The makers of Uskalla worked these out from open data. They show what figures can and cannot tell.',
  card: {
    worked: 'What worked',
    didNotWork: 'What did not work',
    surprised: 'What surprised',
    conditions: 'What it takes elsewhere',
    works: 'Does it work?',
    inspired: 'What it inspired',
    wouldDoOtherwise: 'What we would do otherwise',
    verdicts: { yes: 'yes', partly: 'partly', no: 'no', cannot_tell: 'cannot tell yet' },
    written: (date) => `Written ${date}`,
  },
  write: {
    title: 'Write the lesson',
    link: 'Write the lesson',
    again: 'Add to the lesson',
    lede: 'Write for the next municipality: what do you wish somebody had told you? Failing is ordinary, hiding it is not.',
    workedHint: 'What is worth doing again?',
    workedMissing: 'Write what worked. If nothing did, say so.',
    didNotWorkHint: 'What is not worth repeating?',
    didNotWorkMissing: 'Write what did not work. If everything did, say so.',
    surprisedHint: 'What could you not expect?',
    surprisedMissing: 'Write what surprised. If nothing did, say so.',
    conditionsHint: 'For example: the kitchen needs cooling, and somebody is in charge of serving.',
    conditionsMissing: 'Write what it takes to work elsewhere.',
    worksMissing: 'Choose whether it works in your view.',
    button: 'Save the lesson',
    saved: 'The lesson is saved. Every municipality can now read it.',
    noNames: 'Everyone can read the lesson. Leave out names.',
  },
  page: {
    experiment: 'The whole experiment with its plan',
    adoptersTitle: 'Who has taken it up',
    adoptersNone: 'Nobody has taken it up in Uskalla yet.',
    withUsTitle: 'Would it work with us?',
    withUsNobody:
      'Nobody has repeated it yet, so we cannot tell how it would work elsewhere. You may be the first.',
    withUsResembles: (names) =>
      `Among municipalities that resemble yours, ${names} tried it. See what can be concluded from it.`,
    withUsOthers: (n) =>
      n === 1
        ? 'One other municipality has tried it, but it does not resemble yours. Whether the result would carry over we do not know.'
        : `${n} other municipalities have tried it, but they do not resemble yours. Whether the result would carry over we do not know.`,
    withUsSignIn: 'Sign in to see whether a municipality that resembles yours has tried it.',
    none: 'The lesson has not been written yet.',
  },
  adopt: {
    title: 'Adopt',
    link: 'Adopt here',
    lede: 'The plan is copied to a draft that you can change. It stays linked to this experiment, and the lesson comes back to all.',
    comes: 'Comes along',
    comesList: 'question, goal, doing, measures, prediction and decision rule',
    comesPublished: 'question, doing and measure, as far as the sources tell them',
    yours: 'Your own',
    yoursList: 'place, dates, baseline, resources, rules and lane',
    municipality: 'To which municipality?',
    municipalityMissing: 'Choose a municipality.',
    button: 'Copy the plan',
    done: 'The plan is copied. Now fill in your own details.',
  },
  adoptMail: {
    subject: (where) => `Your experiment is being adopted ${where}`,
    text: (words) =>
      `Hello\n\nYour experiment travels on: ${words.question}\n\nIt is being adopted ${words.where}. Thank you for telling what you learned.\n\n${words.address}\n`,
  },
  family: {
    title: 'Family of the experiment',
    link: 'The whole family and a map',
    lede: (n) =>
      n === 1
        ? 'Nobody has taken this up elsewhere yet.'
        : `There are ${n} experiments that grew out of one another.`,
    sentence: (municipalities) =>
      municipalities === 1
        ? 'The map shows one municipality.'
        : `The map shows ${municipalities} municipalities.`,
    mapTitle: 'Where it has been tried',
    caption: 'Experiments of the family',
    columns: {
      experiment: 'Experiment',
      municipality: 'Municipality',
      year: 'Year',
      outcome: 'How it went',
      from: 'Taken from',
    },
    noYear: 'unknown',
    wholeCountry: 'several municipalities',
    original: 'original',
    changedTitle: (where) => `What was changed ${where}`,
    before: 'Original',
    after: 'Adopted version',
    nothing: 'Not told',
    repeated: (n) =>
      n === 1 ? 'Repeated in one other municipality.' : `Repeated in ${n} other municipalities.`,
  },
}
