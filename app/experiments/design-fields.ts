import { asksFor, type Design, designKinds, designOf, mostUnits, rhythms, unitsFromLines } from './design.ts'
import { fewestLooks, mostLooks } from './looks.ts'
import { mainMeasure, type Plan } from './plan.ts'
import type { FieldLabels, FieldValue, PlanField } from './plan-fields.ts'

type Asked = Exclude<keyof Design, 'kind'>

/** The kind of the design is asked first; the rest depends on it. Another kind takes along what both ask for. */
const kindField: PlanField = {
  name: 'designKind',
  label: 'designKind',
  kind: 'choice',
  options: designKinds,
  read: (plan) => plan.design?.kind ?? null,
  write: (plan, value) => {
    const kind = designKinds.find((one) => one === value)
    if (kind === plan.design?.kind) return plan
    const { design, ...rest } = plan
    return kind === undefined ? rest : { ...rest, design: designOf(kind, design?.units) }
  },
}

function field(
  what: Asked,
  label: keyof FieldLabels,
  rest: Omit<PlanField, 'name' | 'label' | 'read' | 'write'>,
  read: (design: Design) => FieldValue,
  write: (value: FieldValue) => Partial<Design>,
): PlanField {
  return {
    name: what,
    label,
    ...rest,
    read: ({ design }) => (design ? read(design) : null),
    write: (plan, value) =>
      plan.design && asksFor(plan.design.kind, what)
        ? { ...plan, design: { ...plan.design, ...write(value) } }
        : plan,
  }
}

const number = (
  what: 'treatedCount' | 'stepWeeks' | 'weeksBefore' | 'usualLow' | 'usualHigh',
  rest: Partial<PlanField>,
) =>
  field(
    what,
    what,
    { kind: 'number', ...rest },
    (design) => design[what],
    (value) => ({ [what]: value }),
  )

const eitherOr = (what: 'byLot' | 'pickedForReading', yes: string, no: string) =>
  field(
    what,
    what,
    { kind: 'choice', options: [yes, no] },
    (design) => (design[what] === null ? null : design[what] ? yes : no),
    (value) => ({ [what]: value === null ? null : value === yes }),
  )

/** Looks agreed on where the number has not been asked yet. */
const usualLooks = 3

/** How the figures may be seen meanwhile. Agreed looks keep their number when the answer stays. */
const watchedField: PlanField = {
  name: 'watched',
  label: 'watched',
  kind: 'choice',
  options: ['covered', 'looks', 'open'],
  read: ({ design }) =>
    !design || design.watched === null ? null : design.looks ? 'looks' : design.watched ? 'open' : 'covered',
  write: (plan, value) => {
    if (!plan.design || !asksFor(plan.design.kind, 'watched')) return plan
    const { looks: before, ...design } = plan.design
    const watched = value === null ? null : value !== 'covered'
    return {
      ...plan,
      design: { ...design, watched, ...(value === 'looks' && { looks: before ?? usualLooks }) },
    }
  },
}

const looksField: PlanField = {
  name: 'looks',
  label: 'looks',
  kind: 'number',
  least: fewestLooks,
  most: mostLooks,
  whole: true,
  read: ({ design }) => design?.looks ?? null,
  write: (plan, value) =>
    plan.design?.looks
      ? { ...plan, design: { ...plan.design, looks: typeof value === 'number' ? value : usualLooks } }
      : plan,
}

/** The questions about the design of a plan as it stands: only those that its kind asks. */
export function designFields(plan: Plan): PlanField[] {
  const { design } = plan
  if (!design) return [kindField]
  const main = mainMeasure(plan)
  const unit = main && main.kind === 'number' ? main.unit : undefined
  const versions = design.kind === 'two_versions'
  const fields: PlanField[] = [
    field(
      'units',
      versions ? 'versions' : 'units',
      { kind: 'text', longest: 2_000 },
      (one) => (one.units.length === 0 ? null : one.units.join('\n')),
      (value) => ({ units: value === null ? [] : unitsFromLines(String(value)) }),
    ),
    number('treatedCount', { least: 1, most: mostUnits, whole: true }),
    eitherOr('byLot', 'lot', 'own'),
    number('stepWeeks', { least: 1, most: 52, whole: true }),
    field(
      'rhythm',
      'rhythm',
      { kind: 'choice', options: rhythms },
      (one) => one.rhythm,
      (value) => ({ rhythm: rhythms.find((one) => one === value) ?? null }),
    ),
    number('weeksBefore', { least: 0, most: 104, whole: true }),
    number('usualLow', { unit }),
    number('usualHigh', { unit }),
    watchedField,
    ...(design.looks ? [looksField] : []),
    eitherOr('pickedForReading', 'yes', 'no'),
  ]
  return [kindField, ...fields.filter((one) => asksFor(design.kind, one.name as Asked))]
}
