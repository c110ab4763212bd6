/** What the files of a bundle are called. */
export const fileNames = {
  readme: 'README.txt',
  manifest: 'MANIFEST.txt',
  plan: 'plan.json',
  draw: 'draw.json',
  unitChanges: 'unit-changes.json',
  looks: 'looks.json',
  explorations: 'explorations.json',
  data: 'data.csv',
  evaluation: 'evaluation.json',
  figures: 'figures.txt',
  engine: 'engine/',
} as const

/** What the JSON files of a bundle say that they are. */
export const formats = {
  evaluation: 'uskalla-evaluation-1',
  draw: 'uskalla-draw-1',
  unitChanges: 'uskalla-unit-changes-1',
  looks: 'uskalla-looks-1',
  explorations: 'uskalla-explorations-1',
} as const
