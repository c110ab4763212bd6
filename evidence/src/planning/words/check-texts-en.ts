import type { RefusalCode } from '../../finding.ts'
import type { CheckCode } from '../check-codes.ts'

/** Warnings in British English. */
export const checkTextsEn: Record<CheckCode, string> = {
  'too-few-points': 'There are so few readings that the chart can be looked at but nothing concluded yet.',
  'trial-limits': 'The limits rest on fewer than 13 readings. They are provisional and will still move.',
  autocorrelation: 'Readings next to each other are alike, so the chart signals too easily.',
  'seasonality-unmodelled': 'The season may show in the result: the readings do not cover two full cycles.',
  'pre-trend': 'We cannot see whether those compared were already going the same way before the start.',
  'few-treated-clusters':
    'Fewer than five groups tried it. So only the exact test is shown, not the usual error.',
  'few-clusters': 'There are at most ten groups on a side, so the result hangs on single groups.',
  'unbalanced-panel': 'A reading is missing from some stage, so the comparison is not even in every part.',
  'staggered-starts':
    'The experiment began at different times in different places. A plain comparison of two times would mislead.',
  'min-p-above-alpha': 'With so few, no result can be told from chance at the agreed level.',
  'constant-values': 'All values are the same, so there is no variation to compare.',
  'constant-series': 'The series does not vary at all, so limits cannot be computed.',
  ties: 'Many values are equal. The result is then exact for these values only.',
  'zero-cells': 'One group has not a single case, so the ratio lies at the edge.',
  'missing-values':
    'Some values are missing and have been left out. The result tells only about what was measured.',
  'term-dropped': 'One explaining factor was left out because it says the same as the others.',
  'between-variance-zero':
    'No differences between places were seen. There may still be some, and the range may be too narrow.',
  'single-study': 'The result comes from one place. There is nothing to pool yet.',
  'few-studies': 'Results come from fewer than five places, so the common figure is still uncertain.',
  'hk-floor-used': 'The results agreed unusually well. The wider of two ranges is shown.',
  'dominant-study': 'One place weighs more in the common figure than all others together.',
  'negative-alpha': 'The items do not run the same way. One of them was probably asked the other way round.',
  'small-group': 'There are few answers. A single person’s answer may turn the result.',
  unanimous: 'Everybody answered the same. Showing the distribution would tell each answer.',
  differencing: 'The difference between two published groups would uncover a small one.',
  'small-margin-category': 'One group has fewer than five answers, and their weight is uncertain.',
  'weights-extreme': 'Some answers weigh more than five times the usual.',
  'weights-not-unique':
    'The comparison can be put together equally well in other ways. The difference is the same all the same.',
  'outside-donor-hull':
    'No mix of comparison places matches this place before the experiment. Part of the difference may come from that.',
  'poor-pre-fit':
    'The comparison follows this place poorly even before the experiment. Take the difference with care.',
  'simpson-reversal': 'The whole and its parts point in different directions. Look at the parts one by one.',
  peeking: 'Results were opened before the end, which makes chance findings more common.',
  'regression-to-mean':
    'The place was chosen for an unusual reading. Part of it returns to the usual by itself.',
  'carry-over': 'Readings right around the switch have been left out. Old and new may mix in them.',
  spillover:
    'Neighbours whom the experiment may reach serve as the comparison. The difference may then look smaller than it is.',
  'co-intervention':
    'Something else changed in the same place at the same time. We do not know which of them mattered.',
  multiplicity: 'There are many comparisons, so one of them may succeed by chance.',
  clustering:
    'The lot was about groups, not single people. Members of a group are alike, so there is less information than answers.',
  attrition: 'Many dropped out, or more in one group than in the other.',
  'low-response': 'Fewer than half answered. Those who did not may think otherwise.',
  'definition-changed':
    'The way of measuring changed on the way, so before and after are not the same thing.',
  ceiling: 'More than half of the answers lie at one end of the scale, so a change has no room to show.',
  'guardrail-missing': 'The plan does not say what must not get worse. A harm may go unnoticed.',
  'learning-pilot': 'Fewer than 20 draws are possible, so this is for learning: an effect cannot be shown.',
}

/** Refusals in British English. */
export const refusalTextsEn: Record<RefusalCode, string> = {
  'ill-conditioned': 'The figures do not suffice for one clear answer at the promised accuracy.',
  'margins-infeasible': 'Some group of the population has no answers at all, so weights cannot be computed.',
  'margins-disagree': 'The population figures given do not agree with each other.',
  suppressed: 'Too few answers to show. This way nobody can be recognised.',
  'not-enough-data': 'There are too few data, or they cannot be used for this calculation.',
}
