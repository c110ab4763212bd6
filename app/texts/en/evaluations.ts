import type { EvaluationsTexts } from '../fi/evaluations.ts'

export const evaluations: EvaluationsTexts = {
  title: 'Result',
  pageTitle: (question) => `Result: ${question}`,
  underWay: (date) => `The trial is still under way, until ${date}. The figures may change.`,
  underWayOpen: 'The trial is still under way. The figures may change.',
  predicted: 'What we predicted',
  happened: 'What happened',
  notPredicted: 'No figure was predicted.',
  words: {
    noData: 'We cannot tell yet. There is no measurement from the time of the trial.',
    fewPoints: (n) =>
      n === 1
        ? 'We cannot tell yet. There is one day of data.'
        : `We cannot tell yet. There are ${['', '', 'two', 'three', 'four', 'five', 'six', 'seven'][n] ?? n} days of data, and at least eight are needed for a conclusion.`,
    fewPointsShow: (value) => `They are enough only to say where we are now: the middle value is ${value}.`,
    lackOfData: 'That is lack of data, not lack of effect.',
    noBaseline: (value, n) => `During the trial the middle value was ${value} (${n} days).`,
    nothingToHoldAgainst:
      'We do not know whether anything changed: the baseline was neither measured nor written down.',
    changed: (amount, before, during, better) =>
      `${amount} than before: ${before} before, ${during} during the trial. The direction is ${better ? 'the one hoped for' : 'opposite to the one hoped for'}.`,
    sameAsBefore: (value) => `The same as before: ${value}.`,
    more: (amount) => `${amount} more`,
    less: (amount) => `${amount} less`,
    restsOnPoints: (before, during) =>
      `The figures are the middle values of ${before === 1 ? 'one day' : `${before} days`} before the trial and ${during} days during it.`,
    restsOnPlan: (during) =>
      `The baseline is the figure written in the plan; from the trial there is the middle value of ${during} days.`,
    nothingCompared: 'We do not know how much of the change is due to the trial: nothing was compared.',
    predictedOnly: (predicted) =>
      `The prediction was ${predicted}. There are no measurements of what happened.`,
    predictedAndHappened: (predicted, happened, days) =>
      `The prediction was ${predicted}, the middle value became ${happened} (${days === 1 ? '1 day' : `${days} days`}).`,
    onFaces: (mean) => `${mean} on the scale 1–3`,
  },
  level: {
    term: 'Level of evidence',
    levels: {
      0: 'Level 0: idea or story. No change can be shown yet.',
      1: 'Level 1: before and after in one place. The change shows, its cause does not.',
    },
    precision: 'Precision',
    precisionUnknown: 'No range has been computed.',
    more: 'What the levels mean',
    scale:
      'Scale 0–5: 0 idea or story, 1 before and after, 2 other causes followed, 3 credible comparison, 4 as good as drawn by lot, 5 drawn by lot. The level grades the design, not how large or useful the change is.',
    repeated: 'Repeated elsewhere',
  },
  record: {
    title: 'Record the result',
    lede: 'Write in your own words what happened against the prediction. The figures come from the measurements and are not written again.',
    link: 'Record the result',
    again: 'Add to the result',
    happened: 'What happened?',
    happenedHint: 'A few sentences. Tell also what else may have played a part.',
    happenedMissing: 'Write in a few sentences what happened.',
    tells: 'Did the prediction come true?',
    tellsMissing: 'Choose whether the prediction came true.',
    tellsOptions: {
      as_predicted: 'Yes, about as predicted',
      otherwise: 'No, it went otherwise',
      cannot_tell: 'Cannot tell yet',
    },
    learning: 'What kind of learning came of it?',
    learningMissing: 'Choose what kind of learning came of it.',
    learningOptions: {
      works: 'We know more about whether this works',
      inspired: 'It inspired something new',
      both: 'Both',
    },
    button: 'Save the result',
    saved: 'The result is recorded.',
    notFrozen: 'The result is recorded only once the plan is frozen.',
  },
  written: (date) => `Recorded ${date}.`,
  otherData: 'The measurements have changed since the result was recorded. See the figures above.',
  otherMeasures: 'Other measures',
  section: {
    title: 'Result',
    link: 'The whole result with charts',
    none: 'No result has been recorded yet.',
  },
  fold: {
    title: 'How this was computed',
    text: 'The middle value is the median: half of the days lie below it and half above. Several measurements of one day become their mean. No change is concluded from fewer than eight days.',
    fingerprint: 'Fingerprint of the data (SHA-256)',
  },
}
