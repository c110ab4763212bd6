import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import {
  commitmentTo,
  designOf,
  type Draw,
  drawnOrder,
  type Plan,
  planFingerprint,
  thingsToDraw,
  unitsOf,
} from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { addDays } from '../platform/format.ts'
import type { BundleParts } from './bundle.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { seedOfEvaluations } from './distribution-of-draws.ts'
import { engineVersion } from './engine-version.ts'
import { withCalls } from './engine.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'

/** Made-up results as bundles, for tests: what a database would hold of a trial that has ended. */

const startsOn = '2026-03-16'
const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2]
const measure = exampleMeasure({ baseline: null, smallestWorthwhile: 8 })
const schools = Array.from({ length: 9 }, (_, index) => `Koulu ${index + 1}`)

/** Plans of different kinds, by what is compared in them. */
export const examplePlans = {
  beforeAndAfter: examplePlan({ measures: [measure], design: designOf('before_after') }),
  withAndWithoutByLot: examplePlan({
    measures: [measure],
    design: { ...designOf('with_and_without', schools), treatedCount: 2 },
  }),
  oneAgainstOthers: examplePlan({
    measures: [measure],
    design: { ...designOf('with_and_without', schools), treatedCount: 1, byLot: false },
  }),
  staggeredByLot: examplePlan({
    measures: [measure],
    design: {
      ...designOf('staggered', ['Kirjasto A', 'Kirjasto B', '=Kirjasto, "C"', 'Kirjasto D']),
      stepWeeks: 2,
    },
  }),
  twoVersions: examplePlan({
    measures: [measure],
    design: designOf('two_versions', ['Uusi opaste', 'Nykyinen opaste']),
  }),
} satisfies Record<string, Plan>

/** Readings of every place or version of a plan, `days` of them before the start and as many after, one in `every` days. */
export function exampleObservations(
  plan: Plan,
  { before = 20, after = 30, every = 1 }: { before?: number; after?: number; every?: number } = {},
): Observation[] {
  const units = unitsOf(plan)
  const places: (string | null)[] = units.length === 0 ? [null] : [...units]
  return places.flatMap((unit, place) =>
    Array.from({ length: before + after }, (_, index) => ({
      id: `${place}-${index}`,
      experimentId: 'x',
      measureId: plan.measures[0]?.id ?? '',
      unit,
      day: addDays(startsOn, (index - before) * every),
      value:
        60 +
        place * 1.1 +
        (index < before ? 0 : -9.7 + place / 3) +
        (swing[(index + place * 3) % 10] ?? 0) * 0.3,
      note: 'ei kuulu muille',
      way: 'form' as const,
      enteredBy: '00000000-0000-7000-8000-0000000000ee',
      at: new Date(0),
    })),
  )
}

/** Everything that a bundle of this plan with these readings is made of. */
export function exampleBundleParts(
  plan: Plan,
  observations: Observation[] = exampleObservations(plan),
): BundleParts {
  const id = '00000000-0000-7000-8000-0000000000b1'
  const experiment = {
    id,
    municipalityCode: '239',
    plan,
    title: plan.question ?? '',
    titles: null,
    origin: 'example' as const,
  }
  const fingerprint = planFingerprint(experiment)
  const things = thingsToDraw(plan)
  const seed = 'ab'.repeat(32)
  const at = new Date('2026-05-20T08:00:00Z')
  const draw: Draw | undefined =
    things.length === 0
      ? undefined
      : {
          seed,
          commitment: commitmentTo(seed),
          committedAt: at,
          drawnAt: at,
          planFingerprint: fingerprint,
          order: drawnOrder(things, seed, fingerprint),
        }
  const { result, calls } = withCalls(() =>
    evaluateExperiment({ plan, observations, drawnOrder: draw?.order, openedEarly: false }),
  )
  return {
    experiment,
    observations,
    unitChanges: [],
    looks: [],
    explorations: [],
    draw,
    calls,
    openings: [],
    kept: {
      experimentId: id,
      byMeasure: result,
      engineVersion,
      seed: seedOfEvaluations,
      planFingerprint: fingerprint,
      dataFingerprint: dataFingerprint(observations),
      openedEarly: false,
      computedAt: at,
    },
    resultAt: (lang) => `https://uskalla.example/${lang}`,
  }
}
