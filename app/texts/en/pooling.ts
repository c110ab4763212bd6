import type { PoolingTexts } from '../fi/pooling.ts'

export const pooling: PoolingTexts = {
  title: 'What the experiments show together',
  nothingYet: 'There is no common result yet: nobody has told by how much the measure changed.',
  single: 'Only one municipality has told by how much it changed. There is nothing to pool yet.',
  forestTitle: (measure) => `Change by municipality: ${measure}`,
  forestSentence:
    'A square is the change of a municipality, larger the more it weighs, and its line the range. The diamond is the common figure, the dashed line what to expect of the next municipality.',
  forestSentenceFew:
    'A square is the change of a municipality and its line the range. The diamond is the common figure, where there are at least two.',
  municipality: 'Municipality',
  together: 'Together',
  nextPlace: 'In the next municipality',
  spread: (amount) =>
    `Between municipalities the change typically differs from the common figure by about ${amount}.`,
  spreadRange: (low, high) => `Of that difference we know that it is likely between ${low} and ${high}.`,
  spreadNone: 'The differences between municipalities are within what the measuring leaves open.',
  adopters: {
    total: (n) => (n === 1 ? 'One experiment has taken this up.' : `${n} experiments have taken this up.`),
    reported: (n, of) => `${n} of ${of} have reported.`,
    underWay: (n, of) => `${n} of ${of} are under way.`,
    silent: (n, of) =>
      `${n} of ${of} have not reported. The silent ones may have fared worse or better than the others.`,
  },
  checks: 'What to know about this common figure',
  othersTitle: 'Who is not in the common figure',
  columns: { municipality: 'Municipality', change: 'Change', why: 'Why not included' },
  reasons: {
    'under-way': 'under way, figures not public yet',
    'opened-early': 'figures were opened before the end',
    exploratory: 'how to compare was not agreed before the start',
    'other-measure': 'the measure has another unit or direction',
    afterwards: 'worked out afterwards from open data',
    'made-up': 'made-up example',
    'cannot-tell': 'the measurements cannot tell how large the change is',
    'open-range': 'the range of the change is open at one end',
    'no-readings': 'no measurements',
    silent: 'has not reported',
  },
  noChange: 'not known',
  fold: {
    title: 'How this was worked out',
    text: 'The results of the municipalities were pooled with a random-effects model (REML); the range is that of Hartung and Knapp. The standard error of an experiment is the width of its range divided by 3.92. Experiments of one municipality were put together first. The range for the next municipality is given from five municipalities on.',
    engine: (version, moment) =>
      `Worked out ${moment} by the statistics engine @uskalla/evidence ${version}.`,
    fingerprint: 'Fingerprint of the results (SHA-256)',
  },
  figures: {
    title: 'The figures together',
    unit: 'Unit',
    mean: (amount, low, high, units) =>
      `On average ${amount} a year, likely ${low} – ${high}. ${units} units are included.`,
    maybeNothing:
      'The range reaches beyond nothing: so few figures cannot even rule out that nothing is saved.',
    within: (amount) => `Years of one unit typically differ by about ${amount}.`,
    noComparison: 'Nothing was compared: we do not know how much would have been saved anyway.',
    tooFew: (units) => `Nothing can be said of the next one: there are ${units} units, and five are needed.`,
    sentence:
      'A square is the mean of a unit’s years, and its line reaches from its smallest year to its largest. The diamond is the common mean with its range.',
  },
  link: 'Would it work here?',
  familyLink: 'All results together',
  would: {
    title: 'Would it work here?',
    lede: 'Choose your municipality. You see who has tried already, whether they resemble you and what the result could be for you.',
    choose: 'Municipality',
    chooseEmpty: 'Choose a municipality',
    show: 'Show',
    rangeTitle: (where) => `What to expect ${where}`,
    range: (where, low, high) =>
      `If this were tried ${where}, the change would likely be between ${low} and ${high}.`,
    rangeSame:
      'The range is the same for every municipality. There are too few results for likeness to narrow it.',
    tooFew: (places) =>
      places === 0
        ? 'Too few to predict: no municipality has told yet by how much the measure changed.'
        : places === 1
          ? 'Too few to predict: only one municipality has told of its change, and five are needed.'
          : `Too few to predict: ${places} municipalities have told of their change, and five are needed.`,
    known: 'We only know what happened elsewhere:',
    ownAlready: (where, change) => `This has been tried ${where} already: the change was ${change}.`,
    ownUnknown: (where) => `This has been tried ${where} already. The size of the change is not known.`,
    adoptersTitle: 'Who has tried, the nearest first',
    nobody: 'No other municipality has tried this yet. You can be the first.',
    nearest: (names) => `Most like you: ${names}.`,
    noneAlike: 'None of those who have tried is among the municipalities most like yours.',
    columns: { municipality: 'Municipality', rank: 'How near to you', got: 'Change', outcome: 'How it went' },
    rank: (rank) => `number ${rank} in nearness`,
    rankUnknown: 'cannot be compared: figures are missing',
    figuresTitle: 'The figures by which municipalities are compared',
    figure: 'Figure',
    likeness:
      'Likeness is worked out from these figures alone. It does not know how you work or who will be keen.',
    notAll: (used) => `Known for all of these municipalities: ${used}.`,
    source:
      'Figures: Statistics Finland, the Ministry of Economic Affairs and Employment, and Finnish public library statistics (CC BY 4.0).',
    sourceLink: 'Data sources and licences',
    conditionsTitle: 'What it has taken elsewhere',
    conditionsNone: 'Nobody has written yet what this takes.',
    wholeCountry: 'several municipalities',
  },
}
