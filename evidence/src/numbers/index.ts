export { createRandom, type Random } from './random.ts'
export { describeSeries, type SeriesDescription } from './describe-series.ts'
export { linearRegression, polynomialRegression } from './regression.ts'
export type { Regression, RegressionColumn, RegressionTerm } from './regression.ts'
