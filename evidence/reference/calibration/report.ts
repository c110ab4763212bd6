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
  /** Row of the range that the finding shows in place of this one; null when this one is shown. */
  shownInstead: string | null
  /** The chooser warns of data of this shape before the start, when the plan says how they come about. */
  toldByPlan: boolean
  coverage: number | null
  /** Share of the intervals that came with a warning. */
  warnedShare: number
}

/** Coverage below which an interval holds less than it promises: nominal less two points. */
export const lowestCoverage = 0.93

/** Share of warned intervals from which the engine counts as warning in that situation. */
const mostlyWarned = 0.5

/** How a cell under 93 % is marked: who tells the reader that the range is too short. */
export function markOf(cell: Cell): '' | 'w' | 'o' | 'p' | '**!**' {
  if (cell.coverage === null || cell.coverage >= lowestCoverage) return ''
  if (cell.warnedShare >= mostlyWarned) return 'w'
  if (cell.shownInstead !== null) return 'o'
  return cell.toldByPlan ? 'p' : '**!**'
}

function shown(cell: Cell): string {
  if (cell.coverage === null) return 'refused'
  const percent = (100 * cell.coverage).toFixed(1)
  const few = cell.given < 0.99 * cell.runs ? ` (${Math.round((100 * cell.given) / cell.runs)} % given)` : ''
  const mark = markOf(cell)
  return `${percent}${mark === '' ? '' : ` ${mark}`}${few}`
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
    'Under 93 %, nominal less two points, a cell is marked by who says so:',
    '',
    '- `w`: the finding itself warns, in at least half of the experiments (warnings that say nothing against the length of a range, such as `ties` or `hk-floor-used`, are not counted). Values that follow each other in time are handed over with `inTimeOrder`.',
    '- `p`: the figures do not show it, the plan does. `chooseMethod` raises `clustering` where several people belong to a unit and `autocorrelation` where the plan says that neighbours are alike, and the comment of the method says what to do instead; the calibration asks the chooser and would mark the cell `!` if it were silent.',
    '- `o`: a published convention that stands in the finding for comparison; the range that is shown has a row of its own.',
    '- `**!**`: nobody says so.',
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
  const marked = cells.filter((cell) => markOf(cell) !== '')
  const numberOf = (mark: ReturnType<typeof markOf>): number =>
    marked.filter((cell) => markOf(cell) === mark).length
  lines.push(
    '',
    `Of ${cells.filter((cell) => cell.coverage !== null).length} cells ${marked.length} lie under 93 %: ${numberOf('w')} with a warning of the method (\`w\`), ` +
      `${numberOf('p')} told by the plan (\`p\`), ${numberOf('o')} not the range that is shown (\`o\`), ${numberOf('**!**')} without a word (\`!\`).`,
    '',
    'What to do where a cell is marked `p`:',
    '',
    '- two groups: name the `clusters`; the rows "declared" hold again, because the means of the clusters are compared (Hodges–Lehmann needs four clusters a group for 95 % and warns below). Counts: hand the answers as 0 and 1 to `surveyMean` or `compareTwoGroups`, which know clusters.',
    '- difference in differences: name the larger unit as `cluster`.',
    '- series: where points share something in blocks (the days of a week), give one mean per block; the AR(1) model does not have that kind of likeness.',
    '- studies: pool the effects of one place into one before pooling places. The chooser picks no pooling, so the comment of `poolStudies` is all that tells.',
    '- survival: there is no method for clusters here; read the range as too short.',
    '',
    'Intervals of `interruptedSeries` rest on Newey–West errors without their bias in few points and with the degrees of freedom that the residuals have (Bell and McCaffrey 2002); those of `autoregressiveSeries` on the larger of the Prais–Winsten and the restricted-likelihood error. With the published errors and n − k degrees of freedom, 83 to 91 and 87 to 94 intervals in 100 held.',
  )
  return `${lines.join('\n')}\n`
}
