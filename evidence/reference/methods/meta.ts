import { betweenVariance } from '../../src/several-places/between-variance.ts'
