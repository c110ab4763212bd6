import type { ExplorationsTexts } from '../fi/explorations.ts'

export const explorations: ExplorationsTexts = {
  title: 'Look at it otherwise',
  lede: 'You can also compute the result in a way the plan did not name. The analysis is marked exploratory and never feeds the decision rule: looked at in many ways, something always seems promising.',
  listTitle: 'Looked at otherwise',
  none: 'No analysis has been made outside the plan.',
  count: (count) =>
    count === 1
      ? 'One analysis outside the plan. It does not feed the decision rule.'
      : `${count} analyses outside the plan. They do not feed the decision rule, and the more there are, the easier one of them looks good by chance.`,
  tag: 'Not in the plan: exploratory',
  because: (why) => `Why: ${why}`,
  otherData: 'The measurements have changed since.',
  link: 'Look at it otherwise',
  measure: 'Which measure?',
  measureMissing: 'Choose a measure.',
  method: 'By which method?',
  methodMissing: 'Choose a method.',
  period: 'Over which time?',
  periodMissing: 'Choose a time.',
  periods: {
    whole: 'Over the whole trial',
    settled: 'Without the first two weeks',
    first_half: 'Over the first half of the trial',
    second_half: 'Over the second half of the trial',
  },
  besides: 'Should another measure be taken into account?',
  besidesHint: (method) =>
    `For example the weather or the number of visitors, which vary whatever you try. Works with “${method}”.`,
  noBesides: 'No',
  besidesOnlyModel: (method) => `Another measure can be taken into account only with “${method}”.`,
  besidesItself: 'Choose another measure than the one you look at.',
  takenIntoAccount: (name) => `Taken into account: ${name}.`,
  why: 'Why do you look at it in this way?',
  whyHint: 'The reason stands beside the result. No names.',
  whyMissing: 'Write why you look at it in this way.',
  stays: 'The analysis stays with its reason, whatever it shows. It cannot be removed.',
  button: 'Compute and show',
  made: 'The analysis is made. It stands below the result as exploratory.',
  notYet: 'The result can be looked at otherwise once the figures are open.',
  notAllowed: 'It cannot be computed by that method from these measurements. Choose another method or time.',
}
