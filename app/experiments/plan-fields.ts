import {
  boundsOfKind,
  collectsAnswers,
  dataProtectionAnswers,
  lanes,
  legalAnswers,
  type Measure,
  mainMeasure,
  type Plan,
  resourceKinds,
  type ResourceLevel,
} from './plan.ts'
import { designFields } from './design-fields.ts'
import { themes } from './experiment.ts'
import type { PlanStep } from './plan-steps.ts'

export type FieldValue = string | number | null

/** One question of the plan form: what it is called, what may be answered, and where the answer lives in the plan. */
export interface PlanField {
  /** Name of the form field; unique on its page. */
  name: string
  /** Key of the label among the texts. */
  label: keyof FieldLabels
  kind: 'line' | 'text' | 'day' | 'number' | 'choice' | 'person'
  options?: readonly string[]
  least?: number
  most?: number
  /** Only whole numbers will do. */
  whole?: boolean
  longest?: number
  /** Shown after a number. */
  unit?: string
  /** The measure the question is about, where a page asks of several. */
  measure?: Measure
  /** Questions of the same group stand under one legend. */
  group?: string
  read: (plan: Plan) => FieldValue
  write: (plan: Plan, value: FieldValue) => Plan
}

/** Every label of the form; the texts have one for each. */
export interface FieldLabels {
  question: string
  goal: string
  targetGroup: string
  doing: string
  summary: string
  cooperation: string
  place: string
  startsOn: string
  endsOn: string
  theme: string
  comparison: string
  measureName: string
  measureKind: string
  measureUnit: string
  scaleLow: string
  scaleHigh: string
  direction: string
  baseline: string
  baselineHow: string
  designKind: string
  units: string
  versions: string
  treatedCount: string
  byLot: string
  stepWeeks: string
  rhythm: string
  weeksBefore: string
  usualLow: string
  usualHigh: string
  watched: string
  looks: string
  pickedForReading: string
  predicted: string
  prediction: string
  variables: string
  smallestWorthwhile: string
  harmLimit: string
  spreadWhen: string
  stopWhen: string
  decider: string
  resourceLevel: string
  hoursPlanned: string
  eurosPlanned: string
  eurosPerHour: string
  eurosPerUnit: string
  legalQuestion: string
  legalWords: string
  dataProtection: string
  dataProtectionWords: string
  lane: string
  deciderPersonId: string
  decisionDueOn: string
}

type Key<Value> = { [Name in keyof Plan]-?: Value extends Plan[Name] ? Name : never }[keyof Plan] &
  keyof FieldLabels

type PlainKey = Key<null>

function plain(name: PlainKey, rest: Omit<PlanField, 'name' | 'label' | 'read' | 'write'>): PlanField {
  return {
    name,
    label: name,
    ...rest,
    read: (plan) => plan[name] ?? null,
    // The form's schema lets through nothing but what this field of the plan may hold.
    write: (plan, value) => ({ ...plan, [name]: value }),
  }
}

const line = (name: PlainKey) => plain(name, { kind: 'line', longest: 200 })
const text = (name: PlainKey) => plain(name, { kind: 'text', longest: 2_000 })
const day = (name: PlainKey) => plain(name, { kind: 'day' })
const choiceOf = (name: PlainKey, options: readonly string[]) => plain(name, { kind: 'choice', options })

/** The plan with one of its measures changed. */
export function changedMeasure(plan: Plan, id: string, change: Partial<Measure>): Plan {
  return {
    ...plan,
    measures: plan.measures.map((measure) => (measure.id === id ? { ...measure, ...change } : measure)),
  }
}

/** A change is at most as wide as the scale. */
function widestChange(measure: Measure): { most?: number } {
  const bounds = boundsOfKind(measure)
  return bounds ? { most: bounds.most - bounds.least } : {}
}

type MeasureKey = { [Name in keyof Measure]: null extends Measure[Name] ? Name : never }[keyof Measure] &
  keyof FieldLabels

/** A question about one measure, where a page asks of several. */
export function ofMeasure(
  measure: Measure,
  name: MeasureKey,
  rest: Omit<PlanField, 'name' | 'label' | 'read' | 'write'>,
): PlanField {
  return {
    name: `${name}-${measure.id}`,
    label: name,
    measure,
    unit: collectsAnswers(measure) ? undefined : measure.unit,
    ...rest,
    read: (plan) => plan.measures.find((one) => one.id === measure.id)?.[name] ?? null,
    write: (plan, value) => changedMeasure(plan, measure.id, { [name]: value }),
  }
}

const ruleField = (name: keyof Plan['decisionRule']): PlanField => ({
  name,
  label: name,
  kind: name === 'decider' ? 'line' : 'text',
  longest: name === 'decider' ? 200 : 2_000,
  read: (plan) => plan.decisionRule[name],
  write: (plan, value) => ({
    ...plan,
    decisionRule: { ...plan.decisionRule, [name]: value === null ? null : String(value) },
  }),
})

function resourceFields(): PlanField[] {
  return resourceKinds.flatMap((kind): PlanField[] => [
    {
      name: `level-${kind}`,
      label: 'resourceLevel',
      group: kind,
      kind: 'choice',
      options: ['0', '1', '2', '3', '4'],
      read: (plan) => {
        const { level } = plan.resources[kind]
        return level === null ? null : String(level)
      },
      write: (plan, value) => ({
        ...plan,
        resources: {
          ...plan.resources,
          [kind]: {
            ...plan.resources[kind],
            level: value === null ? null : (Number(value) as ResourceLevel),
          },
        },
      }),
    },
    {
      name: `words-${kind}`,
      label: 'resourceLevel',
      group: kind,
      kind: 'line',
      longest: 300,
      read: (plan) => plan.resources[kind].words,
      write: (plan, value) => ({
        ...plan,
        resources: {
          ...plan.resources,
          [kind]: { ...plan.resources[kind], words: value === null ? null : String(value) },
        },
      }),
    },
  ])
}

/** The questions of one page of the form, given the plan so far. The measures' own page has a form for each measure instead. */
export function fieldsOf(step: PlanStep, plan: Plan): PlanField[] {
  const main = mainMeasure(plan)
  switch (step) {
    case 'goal':
      return [line('question'), text('goal'), line('targetGroup'), choiceOf('theme', themes)]
    case 'doing':
      return [text('doing'), text('summary'), text('cooperation')]
    case 'place_and_dates':
      return [
        line('place'),
        day('startsOn'),
        day('endsOn'),
        // A chosen design tells what the result is compared with.
        ...(plan.design && plan.comparison === null ? [] : [text('comparison')]),
      ]
    case 'measures':
      return []
    case 'design':
      return designFields(plan)
    case 'prediction':
      return [
        text('prediction'),
        ...plan.measures.map((measure) =>
          ofMeasure(measure, 'predicted', { kind: 'number', ...boundsOfKind(measure) }),
        ),
        text('variables'),
      ]
    case 'decision_rule':
      return [
        ruleField('spreadWhen'),
        ruleField('stopWhen'),
        ...(main
          ? [
              ofMeasure(main, 'smallestWorthwhile', {
                kind: 'number',
                least: 0,
                ...widestChange(main),
              }),
              ofMeasure(main, 'harmLimit', { kind: 'number', ...boundsOfKind(main) }),
            ]
          : []),
        ...(main
          ? [plain('eurosPerUnit', { kind: 'number', least: 0, most: 1_000_000_000, unit: '€' })]
          : []),
        ruleField('decider'),
      ]
    case 'resources':
      return [
        ...resourceFields(),
        plain('hoursPlanned', { kind: 'number', least: 0, most: 100_000, unit: 'h' }),
        plain('eurosPlanned', { kind: 'number', least: 0, most: 1_000_000_000, unit: '€' }),
        plain('eurosPerHour', { kind: 'number', least: 0, most: 1_000, unit: '€' }),
      ]
    case 'rules':
      return [
        choiceOf('legalQuestion', legalAnswers),
        text('legalWords'),
        choiceOf('dataProtection', dataProtectionAnswers),
        text('dataProtectionWords'),
      ]
    case 'lane':
      return [
        choiceOf('lane', lanes),
        plain('deciderPersonId', { kind: 'person' }),
        plain('decisionDueOn', { kind: 'day' }),
      ]
  }
}

/** The plan with the answers of a page written into it. */
export function withAnswers(
  plan: Plan,
  fields: readonly PlanField[],
  answers: Record<string, FieldValue>,
): Plan {
  return fields.reduce((changed, field) => field.write(changed, answers[field.name] ?? null), plan)
}

/** What stands in the plan for each question of a page. */
export function answersOf(plan: Plan, fields: readonly PlanField[]): Record<string, FieldValue> {
  return Object.fromEntries(fields.map((field) => [field.name, field.read(plan)]))
}
