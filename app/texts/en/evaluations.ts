import type { EvaluationsTexts } from '../fi/evaluations.ts'

export const evaluations: EvaluationsTexts = {
  title: 'Result',
  beingWorkedOut: {
    title: 'The result is being worked out',
    text: 'The readings have changed, and the result is worked out from them again. That usually takes a few seconds.',
    again: 'See whether it is ready',
    sendAgain:
      'The result is being worked out from new readings, and nothing has been saved yet. Your texts are still on this page: wait a moment and send the form again.',
  },
  trouble: {
    title: 'The result could not be worked out',
    text: (failures, nextAt) =>
      `Working it out has failed ${failures === 1 ? 'once' : `${failures} times`}. ${nextAt === null ? 'It is being tried again right now.' : `It is tried again by itself by ${nextAt} at the latest.`} Whoever runs the service sees the fault, and the measurements are safe.`,
    textsStay:
      'Nothing has been saved yet. Your texts are on this page: copy them if you leave while you wait.',
  },
  units: {
    title: 'The unit changed during the trial',
    converted: (unit) =>
      `The figures on this page are in the unit of the plan${unit === '' ? '' : ` (${unit})`}. The readings are kept as they were entered.`,
    apart: (unit) =>
      `Figures in different units are not put on one scale. The result rests only on the readings in the unit of the plan${unit === '' ? '' : ` (${unit})`}; the others are neither in the chart nor in the figures.`,
  },
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
    fewPointsShow: (value, n) =>
      n === 1
        ? `It is enough only to say where we are now: the value is ${value}.`
        : `They are enough only to say where we are now: the middle value is ${value}.`,
    wrongWay: 'The direction is opposite to the one hoped for.',
    changesPlaceByPlace: (name) => `${name}, the change place by place:`,
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
      `The figures are the middle values of ${before === 1 ? 'one day' : `${before} days`} of measuring before the trial and ${during} during it.`,
    restsOnPlan: (during) =>
      `The baseline is the figure written in the plan; from the trial there is the middle value of ${during} days of measuring.`,
    nothingCompared: 'We do not know how much of the change is due to the trial: nothing was compared.',
    predictedOnly: (predicted) =>
      `The prediction was ${predicted}. There are no measurements of what happened.`,
    predictedAndHappened: (predicted, happened, days) =>
      `The prediction was ${predicted}, the middle value became ${happened} (${days === 1 ? '1 day' : `${days} days`}).`,
    onScale: (mean, most) => `${mean} on the scale 1–${most}`,
  },
  level: {
    term: 'Level of evidence',
    levels: {
      0: 'Level 0: idea or story. No change can be shown yet.',
      1: 'Level 1: before and after in one place. A change can show, its cause cannot.',
      2: 'Level 2: the series compared with its own past. A change can be told apart, its cause is not certain.',
      3: 'Level 3: a credible comparison with other places over the same time.',
      4: 'Level 4: drawn by lot, but something weakens it: few draws, or something went otherwise than planned.',
      5: 'Level 5: drawn by lot, with enough possible draws.',
    },
    precision: 'Precision',
    scales: (maryland, nesta) =>
      `On the Maryland scale (What Works Growth) ${maryland === 0 ? 'below 1' : maryland}, on Nesta’s scale ${nesta}.`,
    loweredBy: 'The level is one step lower because:',
    precisionLevels: {
      high: 'Good: the range is narrow beside what you agreed to be worth having.',
      moderate: 'Moderate: the range is about as wide as what you agreed to be worth having.',
      low: 'Poor: the range is wider than the change you agreed to be worth having.',
    },
    precisionUnsaid: 'The range is known, but it was not agreed which change would be worth having.',
    precisionUnknown: 'No range has been computed.',
    more: 'What the levels mean',
    scale:
      'Scale 0–5: 0 idea or story, 1 before and after, 2 other causes followed, 3 credible comparison, 4 as good as drawn by lot, 5 drawn by lot. The level grades the design, not how large or useful the change is.',
    repeated: 'Repeated elsewhere',
  },
  analysis: {
    method: 'Method',
    methods: {
      'share-difference': 'difference of two shares',
      'fisher-exact': 'Fisher’s exact test',
      'mann-whitney': 'two groups compared by ranks',
      welch: 'two groups compared by their means',
      'permutation-with-shift': 'two groups compared by all possible splits',
      'log-rank': 'time to an event in two groups',
      'cluster-randomisation-test': 'places drawn by lot, compared by all possible draws',
      'adjusted-cluster-comparison': 'places drawn by lot, compared',
      'stepped-wedge-permutation': 'start order drawn by lot, all possible orders',
      'synthetic-control': 'a comparison put together from other places',
      'difference-with-placebos': 'difference of changes, each place in turn taken as the one that tried',
      'difference-in-differences': 'difference between the changes of places',
      'group-time-effects': 'those that started at different times, group by group',
      'run-chart': 'run chart around the middle value',
      'run-chart-trial': 'run chart, provisional',
      'xmr-chart': 'chart with limits from the time before the trial',
      'interrupted-series': 'interrupted time series: a step at the start',
      'interrupted-series-counts': 'interrupted series of counts: a step at the start',
      'paired-change': 'the same places before and after',
      'one-time-comparison': 'two groups compared at one time',
      'every-value': 'every value as it is',
    },
    noDesign: 'The plan chose no design, so the method was chosen by the number of readings.',
    exploratory:
      'Exploratory: this was not chosen as the main measure before the start. Of many measures, one may change by chance.',
    checks: 'What to know about this result',
    computing: 'The result is being computed from new readings. Load the page again in a moment.',
    watched:
      'The chart may be followed all the time. The range and the conclusion are shown only at the end.',
    interruptedChart:
      'The solid line is the model, the dashed one where the past would have led without the trial.',
    xmrChart: 'The limits come from the time before the trial. Ringed readings differ from it.',
    placesChart: 'The level of each place before and after.',
    versionsChart: 'The mean of each version.',
    groups: { treated: 'trying', comparison: 'as before' },
    versionGroups: { treated: 'new version', comparison: 'other version' },
    drawsTitle: 'What chance could have shown',
    drawsChart: (all) =>
      `Those who try could have been chosen in ${all} ways. The bars show the differences if the trial had no effect. The dark ones are at least as large as the one observed.`,
  },
  synthetic: {
    title: (name) => `${name}: distance from the comparison put together`,
    sentence: (place) =>
      `The thick line is ${place}: how far it is from a comparison put together from places that resembled it before the trial. The thin lines are the other places, each in turn as the one that tries.`,
    weights: 'The places the comparison is put together from',
    ratios: 'How far each place strays',
    place: 'Place',
    ratio: 'Distance after the start ÷ before it',
    tried: (name) => `${name} (tried it)`,
    exactFit: 'cannot be computed',
    ratioMeans:
      'A large figure means that the place left its comparison much further after the start than before it.',
  },
  answers: {
    title: (name) => `${name}: all answers`,
    sentence: 'The share that gave each answer. The mean alone does not tell whether people agree.',
    times: { before: 'Before the trial', after: 'During the trial' },
    groups: {
      treated: { before: 'Trying, before', after: 'Trying, during' },
      comparison: { before: 'As before, before', after: 'As before, during' },
    },
    versions: { treated: 'New version', comparison: 'Other version' },
    split: (groups) =>
      `The answers are split between both ends of the scale (${groups.join('; ')}): the mean describes neither side.`,
  },
  covered: {
    title: 'The figures are still covered',
    text: (date) =>
      `The plan says that the result is opened when the trial has ended on ${date}. Figures seen halfway tempt people to stop at a fitting moment.`,
    readings: (count) => (count === 1 ? 'There is one reading.' : `There are ${count} readings.`),
    link: 'Open the figures before the end',
    opened: (date, why) => `The figures were opened before the end, on ${date}. Reason: ${why}`,
    page: {
      title: 'Open the figures before the end',
      lede: 'Sometimes one has to look, for example because of harm. The opening and its reason stay beside the result for ever, and the level of evidence falls by one.',
      why: 'Why are the figures opened now?',
      whyMissing: 'Write why the figures are opened before the end.',
      button: 'Open the figures',
      done: 'The figures are open. The reason shows beside the result.',
      notCovered: 'The figures are not covered.',
    },
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
  otherData: 'The measurements have changed since the result was recorded. Look at the figures of today.',
  otherMeasures: 'Other measures',
  section: {
    title: 'Result',
    link: 'The whole result with charts',
    none: 'No result has been recorded yet.',
  },
  fold: {
    title: 'How this was computed',
    text: 'The middle value is the median: half of the days lie below it and half above. Several measurements of one day become their mean. No change is concluded from fewer than eight days.',
    engine: (version, seed, moment) =>
      `Computed ${moment} by the statistics engine @uskalla/evidence ${version}, random seed ${seed}. The same data give the same figures.`,
    plan: 'Fingerprint of the plan (SHA-256)',
    fingerprint: 'Fingerprint of the data (SHA-256)',
  },
}
