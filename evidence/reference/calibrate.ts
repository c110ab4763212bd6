import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../src/numbers/random.ts'
import { chooseMethod } from '../src/planning/choose-method.ts'
import { intervalMethods, type IntervalMethod } from './calibration/interval-methods.ts'
import { calibrationReport, type Cell } from './calibration/report.ts'
import { shapes, type Shape } from './calibration/shapes.ts'

// How often each 95% interval holds the truth: 10,000 made-up experiments per method, size and data shape, always the
// same seed. `--write` keeps the table in calibration.md; a number as word changes the number of experiments.
const words = process.argv.slice(2)
const runs = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000)
const sizes = [5, 10, 30]

/** Whether the plan of such an experiment raises a warning before the start, asked of the chooser itself. */
function toldByPlan(shape: Shape): boolean {
  if (!shape.dependent) return false
  const plan = {
    outcome: 'continuous',
    drawnByLot: true,
    treatedUnits: 6,
    comparisonUnits: 6,
    pointsBefore: 1,
    pointsAfter: 1,
    guardrails: 1,
  } as const
  const choice = chooseMethod({
    ...plan,
    ...(shape.inOrder ? { neighboursAlike: true } : { peoplePerUnit: 5 }),
  })
  return choice.ok && choice.value.checks.includes(shape.inOrder ? 'autocorrelation' : 'clustering')
}

function calibrate(method: IntervalMethod, shape: Shape, size: number): Cell {
  const random = createRandom(20_260_000 + size)
  let covered = 0
  let warned = 0
  let given = 0
  for (let run = 0; run < runs; run++) {
    const trial = method.attempt(shape, size, random)
    if (trial === null) continue
    given += 1
    if (trial.covered) covered += 1
    if (trial.warned) warned += 1
  }
  return {
    method: method.name,
    sizeIs: method.sizeIs,
    shape: shape.name,
    dependent: shape.dependent,
    size,
    runs,
    given,
    shownInstead: method.shownInstead ?? null,
    toldByPlan: toldByPlan(shape),
    coverage: given === 0 ? null : covered / given,
    warnedShare: given === 0 ? 0 : warned / given,
  }
}

const cells: Cell[] = []
for (const method of intervalMethods) {
  const start = performance.now()
  const tried = shapes.filter(({ name }) => method.only?.includes(name) ?? true)
  for (const size of sizes) for (const shape of tried) cells.push(calibrate(method, shape, size))
  process.stderr.write(`${method.name}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}
const report = calibrationReport(
  cells,
  shapes.map((shape) => shape.name),
)
console.log(report)
if (words.includes('--write')) writeFileSync(join(import.meta.dirname, 'calibration.md'), report)
