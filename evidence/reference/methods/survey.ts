import { rake, type Margin } from '../../src/surveys/raking.ts'
import type { SurveyDesign } from '../../src/surveys/survey-design.ts'
import {
  surveyMean,
  surveyRatio,
  surveyTotal,
  type SurveyEstimate,
} from '../../src/surveys/survey-estimates.ts'
import type { Finding } from '../../src/finding.ts'
import { MalformedCase, codes, type CaseInput, type CaseResult, type Methods, type Table } from '../case.ts'
import { asNumber, isMap } from '../json.ts'

/** Several findings under their keys; the first refusal refuses the case. */
function together(
  parts: [Finding<SurveyEstimate>, (estimate: SurveyEstimate) => Record<string, unknown>][],
  more: Record<string, unknown> = {},
  moreWarnings: Finding<unknown>['warnings'] = [],
): CaseResult {
  const warnings = codes(moreWarnings, ...parts.map(([finding]) => finding.warnings))
  const values: Record<string, unknown> = { ...more }
  for (const [finding, layOut] of parts) {
    if (!finding.ok) return { values: {}, warnings, refused: finding.refusal }
    Object.assign(values, layOut(finding.value))
  }
  return { values, warnings, refused: null }
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Clusters `dnum`, weights `pw` and population `fpc`, each where the file has it. */
function clusterDesign(table: Table): SurveyDesign {
  const has = (name: string): boolean => table.header.includes(name)
  return {
    ...(has('pw') ? { weights: table.numbers('pw') } : {}),
    ...(has('dnum') ? { clusters: table.text('dnum') } : {}),
    ...(has('fpc') ? { populationUnits: table.numbers('fpc') } : {}),
  }
}

function marginsOf(input: CaseInput, labelsOf: (name: string) => (string | null)[]): Margin[] {
  return Object.entries(input.map('margins')).map(([name, counts]) => {
    if (!isMap(counts)) throw new MalformedCase(`margin ${name} has to be a map`)
    const targets: Record<string, number> = {}
    for (const [category, count] of Object.entries(counts)) targets[category] = asNumber(count) ?? NaN
    return { name, labels: labelsOf(name), targets }
  })
}

function rakedSurvey(input: CaseInput, layOut: 'raking' | 'post-stratification'): CaseResult {
  const table = input.table()
  const margins = marginsOf(input, (name) => table.text(name))
  const design = clusterDesign(table)
  const fitted = rake(margins, design.weights)
  if (!fitted.ok) {
    return { values: { feasible: false }, warnings: codes(fitted.warnings), refused: fitted.refusal }
  }
  const weights = [...fitted.value.weights]
  const mean = surveyMean(table.numbers('api00'), {
    ...design,
    weights,
    calibration: {
      margins: margins.map((margin) => margin.labels),
      ...(design.weights ? { startWeights: design.weights } : {}),
    },
  })
  const keys = layOut === 'raking' ? ['rakedMeanApi00', 'seRakedLinearised'] : ['mean', 'se']
  return together(
    [[mean, ({ estimate, standardError }) => ({ [keys[0]!]: estimate, [keys[1]!]: standardError })]],
    { weights, kishEffN: fitted.value.effectiveSize, designEffect: fitted.value.designEffect },
    fitted.warnings,
  )
}

function rakedRows(input: CaseInput): CaseResult {
  const data = input.map('data')
  const column = (name: string): (string | null)[] => {
    const values = data[name]
    if (!Array.isArray(values)) throw new MalformedCase(`data has no column ${name}`)
    return values.map((value) => (value === null ? null : String(value)))
  }
  const fitted = rake(marginsOf(input, column))
  if (!fitted.ok) {
    return { values: { feasible: false }, warnings: codes(fitted.warnings), refused: fitted.refusal }
  }
  const weights = [...fitted.value.weights]
  const values: Record<string, unknown> = {
    weights,
    feasible: true,
    kishEffN: fitted.value.effectiveSize,
    designEffect: fitted.value.designEffect,
  }
  if (data.y === undefined) return { values, warnings: codes(fitted.warnings), refused: null }
  const answers = column('y').map((value) => (value === null ? NaN : Number(value)))
  const mean = surveyMean(answers, { weights })
  return together([[mean, ({ estimate }) => ({ weightedMean: estimate })]], values, fitted.warnings)
}

export const methods: Methods = {
  'cluster-mean': (input) => {
    const table = input.table()
    const design = clusterDesign(table)
    const api00 = table.numbers('api00')
    return together([
      [surveyMean(api00, design), (mean) => ({ mean: mean.estimate, seMean: mean.standardError })],
      [
        surveyTotal(table.numbers('enroll'), design),
        (total) => ({ total: total.estimate, seTotal: total.standardError }),
      ],
      [
        surveyRatio(api00, table.numbers('api99'), design),
        (ratio) => ({ ratio: ratio.estimate, seRatio: ratio.standardError }),
      ],
    ])
  },
  'stratified-mean': (input) => {
    const table = input.table()
    const design: SurveyDesign = {
      strata: table.text('stype'),
      weights: table.numbers('pw'),
      populationUnits: table.numbers('fpc'),
    }
    const outcomes = table.header.filter((name) => !['stype', 'pw', 'fpc'].includes(name))
    return together(
      outcomes.map((name) => [
        surveyMean(table.numbers(name), design),
        ({ estimate, standardError }) => ({ [name]: estimate, [`se${capitalised(name)}`]: standardError }),
      ]),
    )
  },
  'post-stratification': (input) => rakedSurvey(input, 'post-stratification'),
  raking: (input) => (input.has('csv') ? rakedSurvey(input, 'raking') : rakedRows(input)),
}
