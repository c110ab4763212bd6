import { blockedTest } from '../../src/two-groups/blocked-test.ts'
import { compareSeveralGroups } from '../../src/two-groups/kruskal-wallis.ts'
import { compareTwoGroups } from '../../src/two-groups/compare-two-groups.ts'
import { equivalenceOfMeans } from '../../src/two-groups/equivalence.ts'
import { conditionalTables } from '../../src/two-groups/conditional-table.ts'
import { fisherExact, type TwoByTwo } from '../../src/two-groups/fisher-exact.ts'
import { commonOddsRatio } from '../../src/two-groups/mantel-haenszel.ts'
import { changeInPairs } from '../../src/two-groups/mcnemar.ts'
import { pairedChange } from '../../src/two-groups/paired-change.ts'
import { permutationInterval } from '../../src/two-groups/permutation-interval.ts'
import { shiftBetweenGroups } from '../../src/two-groups/shift-interval.ts'
import { steppedWedgeTest } from '../../src/several-places/stepped-wedge-permutation.ts'
import { MalformedCase, resultOf, type Methods } from '../case.ts'
import { publishedOdds } from './published-odds.ts'

/** A 2 × 2 table from rows of numbers. */
function twoByTwo(rows: number[][]): TwoByTwo {
  const [[a, b] = [], [c, d] = []] = rows
  if (rows.length !== 2 || rows.some((row) => row.length !== 2))
    throw new MalformedCase('a table has to be 2 by 2')
  return [
    [a!, b!],
    [c!, d!],
  ]
}

function tableList(value: unknown): TwoByTwo[] {
  if (!Array.isArray(value)) throw new MalformedCase('tables has to be a list of tables')
  return value.map((table: unknown) => {
    if (!Array.isArray(table)) throw new MalformedCase('a table has to be 2 by 2')
    return twoByTwo(
      table.map((row: unknown) => {
        if (!Array.isArray(row) || row.some((cell) => typeof cell !== 'number'))
          throw new MalformedCase('a table has to hold numbers')
        return row as number[]
      }),
    )
  })
}

/** Methods of the family "randomised". */
export const methods: Methods = {
  'two-sample-exact': (input) =>
    resultOf(compareTwoGroups(input.numbers('x'), input.numbers('y')), (value) => ({
      U: value.mannWhitneyU,
      pExactMidranks: value.rankP,
      pNormalCC: value.rankNormalPContinuity ?? null,
      pNormal: value.rankNormalP ?? null,
      permMeanDiff: value.meanDifference,
      permPExactTwoSided: value.permutationP,
      hodgesLehmann: value.hodgesLehmann,
      cliffDelta: value.cliffDelta,
      commonLanguage: value.commonLanguage,
      welchT: value.welch?.t,
      welchDf: value.welch?.df,
      welchP: value.welch?.p,
      welchLow: value.welch?.low,
      welchHigh: value.welch?.high,
      splits: value.splits,
      smallestP: value.smallestP,
    })),

  'blocked-permutation': (input) => {
    const values = input.numbers('y')
    const treated = input.numbers('treat')
    const blocks = input.texts('block')
    if (treated.length !== values.length || blocks.length !== values.length)
      throw new MalformedCase('y, treat and block have to be of the same length')
    const units = values.map((value, i) => ({ value, treated: treated[i] === 1, block: blocks[i] ?? '' }))
    return resultOf(blockedTest(units), (value) => ({
      effect: value.effect,
      assignments: value.assignments,
      pTwoSided: value.twoSidedP,
      pGreater: value.greaterP,
    }))
  },

  'fisher-exact': (input) => {
    const table = twoByTwo(input.matrix('table'))
    return resultOf(fisherExact(table), (value) => {
      const [[a, b], [c, d]] = table
      const published = value.oddsRatio === undefined ? null : publishedOdds(conditionalTables(a, b, c, d), a)
      return {
        pTwoSided: value.twoSidedP,
        pGreater: value.greaterP,
        pLess: value.lessP,
        condOddsRatio: published?.ratio ?? null,
        orLow: published?.low ?? value.low,
        orHigh: published?.high ?? value.high,
        exactOddsRatio: value.oddsRatio ?? null,
        exactOrLow: value.low,
        exactOrHigh: value.high,
      }
    })
  },

  'hodges-lehmann': (input) =>
    resultOf(shiftBetweenGroups(input.numbers('x'), input.numbers('y')), (value) => ({
      estimate: value.estimate,
      low: value.low,
      high: value.high,
      p: value.p,
      achievedLevel: value.achievedLevel,
    })),

  'kruskal-wallis': (input) =>
    resultOf(
      compareSeveralGroups(
        input.numbers('y'),
        input.texts('group').map((label) => label ?? ''),
      ),
      (value) => ({ H: value.h ?? null, p: value.p ?? null, n: value.n }),
    ),

  'mantel-haenszel': (input) =>
    resultOf(commonOddsRatio(tableList(input.raw.tables)), (value) => ({
      commonOr: value.oddsRatio,
      chisqNoCC: value.chiSquare ?? null,
      p: value.p ?? null,
      low: value.low,
      high: value.high,
      crudeOr: value.crudeOddsRatio ?? null,
    })),

  mcnemar: (input) =>
    resultOf(changeInPairs(twoByTwo(input.matrix('table'))), (value) => ({
      exactP: value.exactP,
      chisqCC: value.chiSquare ?? null,
    })),

  'paired-exact': (input) =>
    resultOf(pairedChange(input.numbers('differences')), (value) => ({
      mean: value.mean,
      signFlipP: value.signFlipP,
      assignments: value.patterns,
      signTestP: value.signTestP ?? null,
      wilcoxonSignedExactP: value.signedRankP ?? null,
      t: value.t?.t ?? null,
      p: value.t?.p ?? null,
      low: value.t?.low ?? null,
      high: value.t?.high ?? null,
    })),

  'permutation-ci': (input) =>
    resultOf(
      permutationInterval(input.numbers('x'), input.numbers('y'), input.numberOr('alpha', 0.05)),
      (value) => ({ effect: value.effect, low: value.low, high: value.high, p0: value.pAtZero }),
    ),

  'stepped-wedge-permutation': (input) =>
    resultOf(steppedWedgeTest(input.matrix('y'), input.matrix('treat')), (value) => ({
      effect: value.effect,
      assignments: value.assignments,
      pTwoSided: value.twoSidedP,
      pGreater: value.greaterP,
    })),

  'tost-welch': (input) =>
    resultOf(equivalenceOfMeans(input.numbers('x'), input.numbers('y'), input.number('margin')), (value) => ({
      pLower: value.pLower,
      pUpper: value.pUpper,
      pTost: value.p,
      ci90: [value.low90, value.high90],
    })),
}
