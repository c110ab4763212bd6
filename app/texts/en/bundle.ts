import type { BundleTexts } from '../fi/bundle.ts'

export const bundle: BundleTexts = {
  title: 'Compute it again yourself',
  lede: 'The bundle holds the frozen plan, the measurements and the result. One command computes the result again and tells whether the figures are the same to the last digit.',
  link: 'Download the bundle (zip)',
  how: 'How to do it',
  covered: (date: string) => `The bundle can be downloaded when the figures are opened on ${date}.`,
  coveredOpen: 'The bundle can be downloaded when the trial has ended and the figures are opened.',
  computing: 'The bundle will be there when the result has been computed from the new measurements.',
  command: 'In the folder of the open software, without network or database:',
  commandAlone: 'Or with the statistics engine alone, a folder unpacked from the bundle:',
  fileName: 'uskalla-result',
  readme: {
    title: 'Bundle of an experiment',
    what: 'From this bundle anyone gets the same result as on the page of the experiment, to the last digit. If a figure differs, the command names the first one.',
    filesTitle: 'What it holds',
    files: [
      { file: 'plan.json', is: 'the plan as it was frozen before the trial began' },
      { file: 'draw.json', is: 'the draw: the seed, its hash told beforehand, and the drawn order' },
      { file: 'data.csv', is: 'the measurements in the order in which they were evaluated' },
      { file: 'unit-changes.json', is: 'from which day a measure was read in another unit' },
      { file: 'looks.json', is: 'the agreed looks along the way' },
      { file: 'explorations.json', is: 'exploratory analyses outside the plan' },
      { file: 'evaluation.json', is: 'the result: every figure with all its digits' },
      { file: 'figures.txt', is: 'the same figures as a list' },
      { file: 'engine/', is: 'every question to the statistics engine, and its answer' },
      { file: 'MANIFEST.txt', is: 'the checksums of the files (SHA-256)' },
    ],
    columnsTitle: 'What the columns of data.csv hold',
    columns: [
      { column: 'measure_id', is: 'the lasting id of the measure, the same as in the plan' },
      { column: 'measure', is: 'the name of the measure' },
      { column: 'measure_unit', is: 'the unit in which the value was entered' },
      { column: 'place', is: 'place or version; empty where the plan has one place' },
      { column: 'day', is: 'the day as 2026-03-10' },
      { column: 'value', is: 'the value, with a decimal point; faces are 1 (sad), 2 and 3 (glad)' },
      { column: 'phase', is: 'before the trial, during it or after it' },
    ],
    unitsTitle: 'The unit changed in the middle',
    units:
      'The readings stand in data.csv as they were entered. The result was worked out in the unit of the plan; readings that cannot be converted were not used.',
    againTitle: 'Compute it again',
    again: 'In the folder of Uskalla’s open software (Node.js), without network or database:',
    alone: 'With the statistics engine alone, once the bundle is unpacked:',
    sums: 'The checksums of the files, on any computer:',
    trust: (fingerprint: string) =>
      `The fingerprint of the plan, ${fingerprint}, was public from the beginning of the trial. Compare it with the page of the experiment and the chain of the municipality’s log: the bundle alone does not show that it was not made anew from the beginning.`,
    limitsTitle: 'What it does not hold',
    limits: [
      'Notes, the diary, or who measured: they do not change the figures.',
      'Measurements that were removed or corrected: a line with the reason stays in the log.',
    ],
    licenceTitle: 'Terms of use',
    licence:
      'The data may be used under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/) with the municipality and Uskalla named as the source. Where the page of the experiment names other sources, name them too.',
    engine: (version: string, seed: number, moment: string) =>
      `Computed ${moment} by the statistics engine @uskalla/evidence ${version}, seed of chance ${seed}.`,
  },
}
