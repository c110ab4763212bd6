import type { OneMoreRoundTexts } from '../fi/one-more-round.ts'

export const oneMoreRound: OneMoreRoundTexts = {
  title: 'Does one more round pay?',
  takes: (weeks, costs) =>
    weeks === null
      ? `A round like this one would cost about the same again: ${costs}.`
      : `A round like this one would take ${weeks} ${weeks === '1' ? 'week' : 'weeks'} and cost about the same again: ${costs}.`,
  and: ' and ',
  weeks: { one: 'week', many: 'weeks' },
  onePoint: 'points',
  unknown: {
    'no-range': 'What more data are worth cannot be told: the change has no range.',
    'no-threshold':
      'What more data are worth cannot be told: the plan did not say which change would be worth having.',
  },
  now: (outOfTen) =>
    outOfTen === '0'
      ? 'As things look now, the change is hardly worth having.'
      : `As things look now, the change is worth having in about ${outOfTen} cases of ten.`,
  worthOnly: (worth) => `A better choice is expected to be worth about ${worth} a year.`,
  noPrice: (unit) =>
    `The benefit in euros is not known: the plan does not say what a change of one unit (${unit}) is worth a year.`,
  paysFrom: (unit, euros) =>
    `The round pays if a change of one unit (${unit}) is worth at least ${euros} a year to the municipality.`,
  noHourPrice: 'Hours of work have no price here, so the cost of a round cannot be added up in euros.',
  how: 'How this was computed',
  reasoning:
    'More data are worth something only if they can turn the decision. The change you agreed to be worth having is the line above which spreading pays. A new round is taken to tell as precisely as this one.',
  breakEven: 'The line above which spreading pays',
  inUnits: 'Expected gain from a better choice',
  paysFromTerm: (unit) => `The round pays when one unit (${unit}) is worth at least`,
}
