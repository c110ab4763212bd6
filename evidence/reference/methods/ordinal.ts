import { ordinalAgreement } from '../../src/surveys/ordinal-agreement.ts'
import { ordinalLogit } from '../../src/surveys/ordinal-logit.ts'
import { resultOf, type Methods } from '../case.ts'

export const methods: Methods = {
  'ordinal-agreement': (input) =>
    resultOf(ordinalAgreement(input.numbers('counts')), (answers) => ({
      vanDerEijkA: answers.agreement,
      polarization: answers.polarisation,
      leikConsensus: answers.dispersion,
      tastleWiermanConsensus: answers.consensus,
      bergerEntropy: answers.entropyBits,
      mean: answers.mean,
      sd: answers.standardDeviation,
      median: answers.median,
      netBalance: answers.netBalance,
    })),
  'ordinal-logit': (input) => {
    const table = input.table()
    const last = table.header.length - 1
    const predictors = table.header.slice(1, last).map((name, j) => ({ name, labels: table.text(j + 1) }))
    return resultOf(ordinalLogit(table.text(0), predictors, table.numbers(last)), (fit) => ({
      terms: fit.terms,
      estimate: fit.estimates,
      se: fit.standardErrors,
      deviance: fit.deviance,
    }))
  },
}
