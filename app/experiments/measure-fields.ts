import { type Measure, measureKinds } from './plan.ts'
import { changedMeasure, type FieldLabels, ofMeasure, type PlanField } from './plan-fields.ts'

/** The questions about one measure. They read and write a plan that holds the measure. */
export function measureFields(measure: Measure): PlanField[] {
  const own = (
    name: 'name' | 'kind' | 'unit' | 'direction',
    label: keyof FieldLabels,
    rest: Pick<PlanField, 'kind' | 'options' | 'longest'>,
    otherwise: string,
  ): PlanField => ({
    name: label,
    label,
    ...rest,
    read: (plan) => plan.measures.find((one) => one.id === measure.id)?.[name] ?? otherwise,
    write: (plan, value) =>
      changedMeasure(plan, measure.id, { [name]: value === null ? otherwise : String(value) }),
  })
  const figure = (
    name: 'baseline' | 'baselineHow' | 'scaleLow' | 'scaleHigh',
    rest: Pick<PlanField, 'kind' | 'longest'>,
  ): PlanField => ({
    ...ofMeasure(measure, name, rest),
    name,
    measure: undefined,
  })
  return [
    own('name', 'measureName', { kind: 'line', longest: 120 }, ''),
    own('kind', 'measureKind', { kind: 'choice', options: measureKinds }, 'number'),
    ...(measure.kind === 'scale'
      ? [
          figure('scaleLow', { kind: 'line', longest: 60 }),
          figure('scaleHigh', { kind: 'line', longest: 60 }),
        ]
      : []),
    own('unit', 'measureUnit', { kind: 'line', longest: 40 }, ''),
    own('direction', 'direction', { kind: 'choice', options: ['up', 'down'] }, 'up'),
    figure('baseline', { kind: 'number' }),
    figure('baselineHow', { kind: 'line', longest: 300 }),
  ]
}

/** A measure of which nothing has been told. */
export function emptyMeasure(id: string): Measure {
  return {
    id,
    name: '',
    unit: '',
    kind: 'number',
    direction: 'up',
    baseline: null,
    baselineHow: null,
    predicted: null,
    smallestWorthwhile: null,
    harmLimit: null,
  }
}
