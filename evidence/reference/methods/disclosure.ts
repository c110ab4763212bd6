import {
  attributeDisclosure,
  differencing,
  suppressLine,
  suppressTable,
} from '../../src/surveys/disclosure.ts'
import { MalformedCase, resultOf, type CaseInput, type CaseResult, type Methods } from '../case.ts'

function lineCase(input: CaseInput): CaseResult {
  const counts = input.numbers('table')
  const shown = input.flag('totalPublished', input.flag('totalsPublished', true))
  return resultOf(suppressLine(counts, input.number('threshold'), shown), ({ primary, secondary }) => ({
    primaryIndex: primary.map((cell) => cell + 1),
    minSecondaryCells: secondary === null ? 0 : 1,
    bestSecondaryIndex: secondary === null ? null : secondary + 1,
    bestSecondaryValue: secondary === null ? null : counts[secondary],
    allSuppressed: primary.length + Number(secondary !== null) === counts.length,
  }))
}

function tableCase(input: CaseInput): CaseResult {
  const shown = input.flag('totalsPublished', input.flag('totalPublished', true))
  return resultOf(
    suppressTable(input.matrix('table'), input.number('threshold'), shown),
    ({ primary, secondary, everythingHidden }) => ({
      primary: primary.map(({ row, column }) => [row + 1, column + 1]),
      secondary: secondary.map(({ row, column }) => [row + 1, column + 1]),
      exampleMinimal: secondary.map(({ row, column }) => [row + 1, column + 1]),
      allSuppressed: everythingHidden,
      minSecondaryCells: secondary.length,
    }),
  )
}

export const methods: Methods = {
  'attribute-disclosure': (input) =>
    resultOf(attributeDisclosure(input.numbers('counts'), input.number('threshold')), (group) => ({
      kAnonymousByN: group.reachesThreshold,
      attributeDisclosure: group.unanimous,
      mustSuppressDistribution: group.mustSuppress,
    })),
  differencing: (input) =>
    resultOf(
      differencing(input.number('a'), input.number('aWithout'), input.number('threshold')),
      (pair) => ({
        mustSuppressOne: pair.mustSuppressOne,
        leakedGroup: pair.difference,
      }),
    ),
  'secondary-suppression': (input) => {
    const table = input.raw.table
    if (!Array.isArray(table) || table.length === 0) throw new MalformedCase('table has to be a list')
    return Array.isArray(table[0]) ? tableCase(input) : lineCase(input)
  },
}
