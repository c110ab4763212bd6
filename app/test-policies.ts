import { emptyPlan, type Experiment, experimentStates } from './experiments/index.ts'
import { type Membership, roles, type Visitor } from './platform/web/visitor.ts'

/** The municipality of what a policy is asked about. */
export const home = '239'
/** Another municipality. */
export const elsewhere = '071'

/** Somebody called `me`, with these memberships. */
export const visitor = (...memberships: Membership[]): Visitor => ({
  person: { id: 'me', name: 'Minä', email: 'mina@esimerkki.invalid', lang: 'fi', memberships },
})
/** Whoever has not signed in. */
export const nobody: Visitor = { person: undefined }

/** Everybody there is: nobody, somebody without a membership, each role at home, elsewhere and in no municipality. */
export const everybody: Record<string, Visitor> = { nobody, member: visitor() }
for (const role of roles) {
  everybody[role] = visitor({ role, municipalityCode: home })
  everybody[`${role} elsewhere`] = visitor({ role, municipalityCode: elsewhere })
  everybody[`${role} of the country`] = visitor({ role, municipalityCode: null })
}

/** The names of those whom a policy lets through. */
export const admitted = (may: (who: Visitor) => boolean) =>
  Object.keys(everybody).filter((name) => may(everybody[name] ?? nobody))

/** Who works at home, by name. */
export const workers = ['employee', 'ambassador', 'leader', 'administrator']
/** Who works in some municipality, by name. */
export const workersAnywhere = workers.flatMap((role) => [role, `${role} elsewhere`])

/** The programme office, wherever its membership is, by name. */
export const offices = ['office', 'office elsewhere', 'office of the country']

/** A running experiment at home with a frozen plan, or what `change` makes of it. */
export const experiment = (change: Partial<Experiment> = {}) =>
  ({
    id: 'experiment',
    municipalityCode: home,
    ideaId: null,
    parentId: null,
    responsiblePersonId: null,
    createdBy: null,
    origin: 'own',
    state: 'running',
    outcome: null,
    title: 'Kokeilu',
    titles: null,
    theme: null,
    startsOn: null,
    endsOn: null,
    yearFrom: null,
    yearTo: null,
    plan: emptyPlan(),
    stepVersions: {},
    frozenAt: new Date('2026-03-10T08:00:00Z'),
    figuresOpenedAt: null,
    planFingerprint: 'a'.repeat(64),
    lane: 'own_work',
    published: null,
    version: 1,
    createdAt: new Date('2026-03-01T08:00:00Z'),
    updatedAt: new Date('2026-03-01T08:00:00Z'),
    hidden: null,
    ...change,
  }) as Experiment
/** One whose plan is being written. */
export const draft = (change: Partial<Experiment> = {}) =>
  experiment({ state: 'draft', frozenAt: null, ...change })
/** One that was published elsewhere and only collected here. */
export const published = (change: Partial<Experiment> = {}) =>
  experiment({ origin: 'published', frozenAt: null, ...change })

/** The states of an experiment in which a policy lets an employee at home through. */
export const statesFor = (may: (one: Experiment) => boolean, change: Partial<Experiment> = {}) =>
  experimentStates.filter((state) => may(experiment({ state, ...change })))

/** An employee at home. */
export const employee = everybody.employee ?? nobody
/** A leader at home. */
export const leader = everybody.leader ?? nobody
