import { changeRegression } from '../../src/several-places/change-regression.ts'
import {
  type ChangeObservation,
  differenceInDifferences,
  type DifferenceInDifferences,
} from '../../src/several-places/difference-in-differences.ts'
import { eventStudy } from '../../src/several-places/event-study.ts'
import { exactChangeTest } from '../../src/several-places/exact-change-test.ts'
import { groupTimeEffects } from '../../src/several-places/group-time-effects.ts'
import type { PanelObservation } from '../../src/several-places/long-panel.ts'
import { parallelTrends } from '../../src/several-places/parallel-trends.ts'
import { placeboChanges } from '../../src/several-places/placebo-changes.ts'
import { MalformedCase, resultOf, type Methods, type Table } from '../case.ts'
import { wideUnits } from '../wide-units.ts'

function changeRows(table: Table): ChangeObservation[] {
  const y = table.numbers(0)
  const treated = table.numbers(1)
  const after = table.numbers(2)
  const clusters = table.header.length > 3 ? table.text(3) : null
  return y.map((value, i) => ({
    y: Number.isNaN(treated[i]) || Number.isNaN(after[i]) ? NaN : value,
    treated: treated[i] === 1,
    after: after[i] === 1,
    ...(clusters === null ? {} : { cluster: clusters[i]! }),
  }))
}

function changeValues({
  means,
  estimate,
  n,
  errors,
  clustered,
}: DifferenceInDifferences): Record<string, unknown> {
  return {
    cellMeans: means,
    did: estimate,
    n,
    se_ols: errors.ordinary,
    se_hc1: errors.hc1,
    se_hc2: errors.hc2,
    se_hc3: errors.hc3,
    ...(clustered === null
      ? {}
      : {
          se_clusterCR1: clustered.cr1,
          se_clusterCR1S: clustered.cr1s,
          se_clusterCR2: clustered.cr2,
          satterthwaiteDf: clustered.degreesOfFreedom,
          clusters: clustered.clusters,
        }),
  }
}

function panelRows(table: Table, firstTreated: (value: number) => number | null): PanelObservation[] {
  const units = table.text(0)
  const periods = table.numbers(1)
  const y = table.numbers(2)
  const starts = table.numbers(3)
  return y.map((value, i) => ({
    unit: units[i]!,
    period: periods[i]!,
    y: value,
    firstTreated: firstTreated(starts[i]!),
  }))
}

export const methods: Methods = {
  'did-2x2': (input) => resultOf(differenceInDifferences(changeRows(input.table())), changeValues),
  'did-2x2-cluster': (input) => resultOf(differenceInDifferences(changeRows(input.table())), changeValues),
  'did-randomisation-inference': (input) =>
    resultOf(exactChangeTest(changeRows(input.table())), (value) => ({
      ...changeValues(value),
      schoolChange: value.changes.map((change) => change.change),
      randInfPTwoSided: value.pTwoSided,
      randInfPGreater: value.pGreater,
      minPossiblePOneSided: value.smallestP,
      possibleDraws: value.possibleDraws,
    })),
  'did-first-difference': (input) => {
    const table = input.table()
    const last = table.header.length - 1
    const columns = table.header.map((_, j) => (j === 0 ? [] : table.numbers(j)))
    const units = columns[last]!.map((after, i) => ({
      before: columns[last - 1]![i]!,
      after: Number.isNaN(columns[1]![i]) ? NaN : after,
      treated: columns[1]![i] === 1,
      controls: columns.slice(2, last - 1).map((column) => column[i]!),
    }))
    return resultOf(changeRegression(units), (value) => ({
      n: value.n,
      did: value.plain.estimate,
      se: value.plain.standardError,
      seHC1: value.hc1,
      didControls: value.withControls?.estimate ?? null,
      seControls: value.withControls?.standardError ?? null,
    }))
  },
  'did-panel-placebo': (input) =>
    resultOf(
      placeboChanges(wideUnits(input.table()), input.text('treated'), input.number('pre')),
      (value) => ({
        did: value.estimate,
        placeboP: value.p,
        all: Object.fromEntries(value.units.map((unit) => [unit.name, unit.estimate])),
      }),
    ),
  'event-study': (input) => {
    const table = input.table()
    const start = Number(/^cohort(\d+)$/.exec(table.header[3] ?? '')?.[1])
    if (Number.isNaN(start))
      throw new MalformedCase('column 4 has to be called cohort and the first treated period')
    const finding = eventStudy(panelRows(table, (member) => (member === 1 ? start : null)))
    return resultOf(finding, ({ leads, effects, leadTest }) => ({
      ...Object.fromEntries(leads.map((lead) => [`lead${lead.period}`, lead.estimate])),
      ...Object.fromEntries(effects.map((effect) => [`effect${effect.period}`, effect.estimate])),
      preF: leadTest?.f ?? null,
      preP: leadTest?.p ?? null,
    }))
  },
  'callaway-santanna-unconditional': (input) => {
    const finding = groupTimeEffects(panelRows(input.table(), (first) => (first === 0 ? null : first)))
    return resultOf(finding, ({ cells, overall, bySince, twoWayFixedEffects }) => ({
      attgt: {
        group: cells.map((cell) => cell.group),
        time: cells.map((cell) => cell.period),
        att: cells.map((cell) => cell.estimate),
        se: cells.map((cell) => cell.standardError),
      },
      simple: overall,
      dynamic0to3: [0, 1, 2, 3].map(
        (since) => bySince.find((step) => step.since === since)?.estimate ?? null,
      ),
      twfe: twoWayFixedEffects,
    }))
  },
  pretrend: (input) => {
    const [units, periods, treated, y] = ['u', 't', 'tr', 'y'].map((key) => input.numbers(key)) as [
      number[],
      number[],
      number[],
      number[],
    ]
    const rows = y.map((value, i) => ({
      unit: units[i]!,
      period: periods[i]!,
      y: value,
      firstTreated: treated[i] === 1 ? 1 : null,
    }))
    return resultOf(parallelTrends(rows, input.numberOr('t0', undefined)), (value) => ({
      preSlopeDiff: value.slopeDifference,
      naiveDid: value.naiveEstimate,
    }))
  },
}
