import type { Scaling } from './scaling.ts'

/** Times of one task; the ratio is missing where R was not run or the results differ. */
export interface TaskTimes {
  task: string
  what: string
  n: number
  /** Medians, and the fastest of all calls. */
  engineMs: number
  engineFastestMs: number
  rMs: number | null
  rFastestMs: number | null
  ratio: number | null
  target: number
  equal: boolean | null
  package: string
}

/** What was measured beside the tasks, and where. */
export interface Surroundings {
  processor: string
  cores: number
  node: string
  r: string | null
  scaling: readonly Scaling[]
  tenThousandChartsMs: number | null
  cases: { cases: number; msPerCase: number; leftOut: number } | null
  memoryMegabytes: number | null
  /** Processes that wanted to run at the same time, on average over the last minutes; null where unknown. */
  load: number | null
}

function figure(value: number | null): string {
  return value === null ? '–' : Number(value.toPrecision(3)).toString()
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The report of a benchmark run in Markdown. */
export function benchReport(tasks: readonly TaskTimes[], around: Surroundings): string {
  const compared = tasks.filter((times) => times.ratio !== null)
  const met = compared.filter((times) => times.ratio! <= times.target)
  const faster = compared.filter((times) => times.ratio! < 1)
  const tenfold = compared.filter((times) => times.ratio! <= 0.1)
  const lines = [
    '# The engine and R on the same tasks',
    '',
    `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench:evidence -- --write\` on ${around.processor}, ` +
      `${around.cores} cores; Node ${around.node.slice(1)}, R ${around.r ?? 'not installed'}. Medians in milliseconds, one thread, ` +
      'the engine first and then R, task by task. A ratio under 1 means that the engine is faster. R spends part of its ' +
      'time on formulas and checks; that is the price its user pays too, so it is not subtracted.' +
      (around.load !== null && around.load > around.cores
        ? ` The computer was busy with other work (load ${around.load.toFixed(0)}), so the medians are long and unsteady on both sides; the fastest calls say more.`
        : ''),
    '',
    row([
      'Task',
      'What',
      'n',
      'Engine ms',
      'fastest',
      'R ms',
      'fastest',
      'Ratio',
      'Target',
      'Met',
      'Equal',
      'Set against',
    ]),
    row(['---', '---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---', '---', '---']),
    ...tasks.map((times) =>
      row([
        times.task,
        times.what,
        String(times.n),
        figure(times.engineMs),
        figure(times.engineFastestMs),
        figure(times.rMs),
        figure(times.rFastestMs),
        figure(times.ratio),
        String(times.target),
        times.ratio === null ? '–' : times.ratio <= times.target ? 'yes' : 'no',
        times.equal === null ? '–' : times.equal ? 'yes' : 'no',
        times.package,
      ]),
    ),
    '',
    `${met.length} of ${compared.length} targets met; faster than R on ${faster.length} and at least ten times faster on ${tenfold.length}.`,
    '',
    'B11 and B15 are set against stand-ins, because qicharts2 and sae are not Debian packages: a plain loop in base R ' +
      '(the target is then to be faster at all) and the same model in metafor. Where no target is set (B20, B21) it is 1.',
  ]
  if (around.scaling.length > 0) {
    lines.push(
      '',
      '## How times grow',
      '',
      'By the means of all calls, so that clearing memory away, which falls on some calls only, counts in both.',
      '',
      row(['What', 'Small ms', 'Large ms', 'Growth', 'Allowed']),
      row(['---', '---:', '---:', '---:', '---:']),
      ...around.scaling.map((check) =>
        row([check.what, ...[check.smallMs, check.largeMs, check.growth, check.allowedGrowth].map(figure)]),
      ),
    )
  }
  if (around.cases && around.tenThousandChartsMs !== null) {
    lines.push(
      '',
      `Charts and rules of 10,000 experiments on one core: ${figure(around.tenThousandChartsMs)} ms. ` +
        `B22, parse, compute and write a published case: ${figure(around.cases.msPerCase)} ms a case over ${around.cases.cases} runs` +
        `${around.cases.leftOut > 0 ? `, ${around.cases.leftOut} left out without their data file` : ''}. ` +
        `Largest memory of the whole run: ${figure(around.memoryMegabytes)} MB.`,
    )
  }
  return `${lines.join('\n')}\n`
}
