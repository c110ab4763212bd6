import { intraclassCorrelation } from '../../src/several-places/intraclass-correlation.ts'
import { shrinkClusterMeans } from '../../src/several-places/shrunken-means.ts'
import { resultOf, type CaseInput, type Methods } from '../case.ts'

function labels(input: CaseInput): string[] {
  return input.texts('cluster').map((label) => label ?? '')
}

/** Methods of the family "cluster". */
export const methods: Methods = {
  'icc-oneway': (input) =>
    resultOf(intraclassCorrelation(input.numbers('y'), labels(input)), (value) => ({
      varBetween: value.between,
      varWithin: value.within,
      icc: value.correlation ?? null,
      iccAnova: value.anova ?? null,
    })),

  'random-intercept': (input) =>
    resultOf(shrinkClusterMeans(input.numbers('y'), labels(input)), (value) => ({
      grandMean: value.grandMean,
      varBetween: value.between,
      varWithin: value.within,
      shrunkenMeans: value.clusters.map((cluster) => cluster.shrunkenMean),
    })),
}
