import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchInputs, normal, uniform, wholeNumber } from './inputs.ts'
import { benchReport, type TaskTimes } from './report.ts'
import { benchTasks } from './tasks.ts'

const cases = join(import.meta.dirname, '..', 'cases')
const inputs = benchInputs(cases, join(cases, 'data'))

describe('the benchmark against R', () => {
  it('makes its inputs from whole-number arithmetic', () => {
    expect(uniform(1, 1)).toBe((2654435761 + 0.5) / 2 ** 32)
    expect(uniform(2, 1_000_000)).toBe((((1_000_000 * 2246822519) % 2 ** 32) + 0.5) / 2 ** 32)
    expect(wholeNumber(3, 1, 20)).toBe(16)
    expect(normal(1, 1)).toBeCloseTo(0.30032138, 7)
    const total = inputs.raking.targets.area.reduce((sum, target) => sum + target, 0)
    expect(total).toBeCloseTo(100_000, 6)
  })

  it.each(benchTasks.filter(({ id }) => inputs.outcomes !== null || !['B9', 'B10'].includes(id)))(
    '$id gives numbers: $what',
    (task) => {
      const figures = Object.values(task.figures(task.prepare(inputs)())).flat()
      expect(figures.length).toBeGreaterThan(0)
      expect(figures.every(Number.isFinite)).toBe(true)
    },
  )

  it('gives no ratio where the results differ and says how many targets are met', () => {
    const task: TaskTimes = {
      task: 'B1',
      what: 'pool',
      n: 13,
      engineMs: 1,
      engineFastestMs: 1,
      rMs: 20,
      rFastestMs: 19,
      ratio: 0.05,
      target: 0.1,
      equal: true,
      package: 'metafor',
    }
    const report = benchReport(
      [task, { ...task, task: 'B2', ratio: 0.5 }, { ...task, task: 'B3', ratio: null, equal: false }],
      {
        processor: 'x',
        cores: 2,
        node: 'v24.0.0',
        r: '4.2.2',
        scaling: [],
        tenThousandChartsMs: null,
        cases: null,
        memoryMegabytes: null,
        load: null,
      },
    )
    expect(report).toContain('1 of 2 targets met; faster than R on 2 and at least ten times faster on 1.')
    expect(report).toContain('| B3 | pool | 13 | 1 | 1 | 20 | 19 | – | 0.1 | – | no | metafor |')
  })
})
