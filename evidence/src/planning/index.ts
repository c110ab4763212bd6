export * from './decision-rule.ts'
export * from './multiple-comparisons.ts'
export * from './value-of-information.ts'
