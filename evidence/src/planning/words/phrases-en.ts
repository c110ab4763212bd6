import type { Phrases } from './phrases.ts'

/** Sentences in British English. */
export const phrasesEn: Phrases = {
  more: 'more',
  less: 'less',
  better: 'better',
  worse: 'worse',
  likely: (low, high) => `likely ${low}–${high}`,
  likelySigned: (low, high) => `likely ${low} to ${high}`,
  change: (lead, amount, direction, range) => `${lead} ${amount} ${direction} (${range}).`,
  lotDraws: (asExtreme, possible) =>
    `If the change did nothing, a draw this lopsided would come up in ${asExtreme} of ${possible} draws.`,
  lotChance: (times, outOf) =>
    `The choice was made by lot. If the change did nothing, a difference this large would come up by chance about ${times} times in ${outOf} draws.`,
  lotRare:
    'The choice was made by lot. If the change did nothing, a difference this large would come up by chance less than once in a thousand draws.',
  comparison: (places) =>
    `It is compared with ${places} places followed over the same time. The conclusion holds if things would otherwise have gone the same way there and here.`,
  comparisonWithOne:
    'It is compared with one place followed over the same time. The conclusion holds if things would otherwise have gone the same way there and here.',
  series:
    'The only comparison was its own past: something else that happened at the same time may explain part of it.',
  beforeAfter:
    'The same were measured before and after. We do not know how much of the change is due to the experiment: nothing was compared.',
  onlyHere: 'This tells about these places and this time, not yet about others.',
  cannotTellYet: 'We cannot tell yet.',
  anything: (from, to) => `The change may be anything from ${from} to ${to}.`,
  lackOfData: 'That is lack of data, not lack of effect.',
  underWorthwhile: (best, worthwhile) =>
    `Even the best believable result (${best}) is under what you said would be worth it (${worthwhile}).`,
  smallEitherWay: (from, to) => `The change is likely between ${from} and ${to}.`,
  levels: (lead, after, before) => `${lead} ${after}, before ${before}.`,
  nothingCompared: 'We do not know how much of the change is due to the experiment: nothing was compared.',
  counts: (yes, of, otherYes, otherOf) =>
    `Of those who took part ${yes} of ${of}, in the comparison group ${otherYes} of ${otherOf}.`,
  chart: {
    above: (points) => `The last ${points} readings are above the old average: something has changed.`,
    below: (points) => `The last ${points} readings are below the old average: something has changed.`,
    rising: (points) => `${points} readings in a row have risen: something has changed.`,
    falling: (points) => `${points} readings in a row have fallen: something has changed.`,
    outside: (points) =>
      `Readings outside the usual variation: ${points}. They probably have a cause of their own.`,
  },
  outsideOne: 'One reading is outside the usual variation: it probably has a cause of its own.',
  chartQuiet: (points) => `${points} readings vary as they did before.`,
  chartSilentOnCause: 'The chart does not say what.',
  chartSilentOnReason: 'The chart does not say which.',
  chartQuietMeaning: 'A change may still be too small to show in a series this short.',
  pooled: (lead, amount, direction, range, studies) =>
    `${lead} ${amount} ${direction} (${range}) over ${studies} municipalities.`,
  nextPlace: (low, high) => `In the next municipality the effect is likely between ${low} and ${high}.`,
  noNextPlace: 'There are too few municipalities to say anything about the next one.',
  surveyMean: (lead, amount, range, answers) =>
    `${lead} ${amount} (${range}). It rests on ${answers} answers.`,
  surveyLimits: 'The range says nothing about what those who did not answer think.',
  smallSurvey: (answers) => `${answers} answers.`,
  smallSurveyMeaning: "Read the bars as these people's answers, not as the municipality's mood.",
  values: (lead, list) => `${lead} ${list}.`,
  valuesMeaning:
    'There are so few values that all of them are shown. They do not tell whether the experiment made the difference.',
  medianTime: (lead, amount, range) => `${lead} ${amount} until half had got there (${range}).`,
  medianNotReached: (lead) => `${lead} fewer than half during the follow-up.`,
  medianLimits: (people) =>
    `We followed ${people} people. This does not tell what made the time shorter or longer.`,
  beliefBetter: (times) => `The chance that the new way is better than the old one is ${times} per cent.`,
  beliefLimits: 'It does not tell how much better.',
  syntheticChange: (lead, amount, direction) =>
    `${lead} ${amount} ${direction} than in the comparison put together from other places.`,
  placebos: (asLarge, units) =>
    `When each of the ${units} places was taken in turn for the one that tried, ${asLarge} of them strayed as far, the one that really tried included.`,
  noPlaceboAsLarge: (units) =>
    `When each of the ${units} places was taken in turn for the one that tried, no other strayed as far from its comparison.`,
  tooFewPlacesForRange: 'There are too few places for a range.',
  ranks: {
    higher: (times) =>
      `If one value is picked at random from the new way and one from the old, the new one is higher about ${times} times in a hundred (ties count half).`,
    lower: (times) =>
      `If one value is picked at random from the new way and one from the old, the new one is lower about ${times} times in a hundred (ties count half).`,
  },
  moreDataPays: (extra, cost, worth) =>
    `Another ${extra} costs ${cost} and is expected to be worth ${worth} in a better choice.`,
  moreDataDoesNot: (extra, cost, worth) =>
    `Another ${extra} costs ${cost} but is expected to be worth only ${worth} in a better choice.`,
  moreDataLimits: 'This rests on what is known now.',
  decisions: {
    spread: 'The agreed rule proposes: spread.',
    adapt: 'The agreed rule proposes: change it and go on.',
    stop: 'The agreed rule proposes: stop.',
  },
  decisionGround: (amount, range, worthwhile) =>
    `The change is ${amount} (${range}), and you agreed that ${worthwhile} would be worth it.`,
  decisionIsYours: 'The rule does not know every reason: people decide.',
  refusalLead: 'The figure cannot be given.',
}
