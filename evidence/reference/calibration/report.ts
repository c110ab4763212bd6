/** Coverage of one method at one size for one shape of data. */
export interface Cell {
  method: string
  sizeIs: string
  shape: string
  dependent: boolean
  size: number
  runs: number
  /** Experiments in which the method gave an interval. */
  given: number
  coverage: number | null
  /** Share of the intervals that came with a warning. */
  warnedShare: number
}

/** Coverage below which an interval holds less than it promises: nominal less two points. */
export const lowestCoverage = 0.93

/** Share of warned intervals from which the engine counts as warning in that situation. */
const mostlyWarned = 0.5

function shown(cell: Cell): string {
  if (cell.coverage === null) return 'refused'
  const percent = (100 * cell.coverage).toFixed(1)
  const few = cell.given < 0.99 * cell.runs ? ` (${Math.round((100 * cell.given) / cell.runs)} % given)` : ''
  const mark = cell.coverage >= lowestCoverage ? '' : cell.warnedShare >= mostlyWarned ? ' w' : ' **!**'
  return `${percent}${mark}${few}`
}

/** The table of coverages in Markdown. */
export function calibrationReport(cells: readonly Cell[], shapeNames: readonly string[]): string {
  const lines = [
    '# How often the 95% intervals hold the truth',
    '',
    `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench:calibration -- --write\`: ${cells[0]?.runs ?? 0} made-up experiments in every ` +
      'cell, seeded, per cent of intervals that hold the true value (Monte Carlo error about 0.2 points). Shapes have mean 0 and ' +
      'spread 1: normal; exponential; answers 1–5 with shares .05 .1 .2 .35 .3; neighbours correlated .3; clusters of five ' +
      'with likeness .2. For shares a value counts as yes above a cut; series have no step; pooled studies have a ' +
      'between-variance of 1 and sampling variances of .5 to 1.5.',
    '',
    '`w`: under 93 %, and the engine warns in that situation (at least half of the intervals come with a warning). `**!**`: under 93 % without a warning from the method itself; see below.',
    '',
    `| Method | n | ${shapeNames.join(' | ')} |`,
    `| --- | ---: | ${shapeNames.map(() => '---').join(' | ')} |`,
  ]
  const rows = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = `${cell.method} | ${cell.size} ${cell.sizeIs}`
    rows.set(key, [...(rows.get(key) ?? []), cell])
  }
  for (const [key, row] of rows) {
    const byShape = shapeNames.map((name) => row.find((cell) => cell.shape === name))
    lines.push(`| ${key} | ${byShape.map((cell) => (cell ? shown(cell) : '–')).join(' | ')} |`)
  }
  const silent = cells.filter(
    (cell) => cell.coverage !== null && cell.coverage < lowestCoverage && cell.warnedShare < mostlyWarned,
  )
  const independent = silent.filter((cell) => !cell.dependent)
  lines.push(
    '',
    `Cells under 93 % without a warning of the method: ${silent.length}, of which ${silent.length - independent.length} are ` +
      'methods for independent values on values that depend on each other. No method can see that from the values alone; the plan ' +
      'knows it, and `chooseMethod` then raises `clustering` or picks a method for series, which raises `autocorrelation`. The others:',
  )
  for (const cell of independent) {
    lines.push(
      `- ${cell.method}, ${cell.size} ${cell.sizeIs}, ${cell.shape}: ${(100 * cell.coverage!).toFixed(1)} %`,
    )
  }
  lines.push(
    '',
    'Newey–West errors come up to 93 % only from about 100 points a side; read the AR(1) step beside them. The prediction range ' +
      'of a few studies is short because their between-variance is uncertain: read it as "likely", not as 95 %.',
  )
  return `${lines.join('\n')}\n`
}
