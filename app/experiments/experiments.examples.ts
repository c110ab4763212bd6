import type { Database } from '../platform/database/database.ts'
import type { ExperimentState } from './experiment.ts'
import { saveExperiment, saveFreezing } from './experiment-store.ts'
import { setState } from './stage-store.ts'
import { emptyPlan, type Measure, type Plan } from './plan.ts'
import { planFingerprint } from './plan-document.ts'

/** Made-up experiments, for tests and for the trial environment. Ids and moments are handed in. */

/** A measure that counts plates, as the main measure of `examplePlan`. */
export function exampleMeasure(change: Partial<Measure> = {}): Measure {
  return {
    id: '00000000-0000-7000-8000-0000000000aa',
    name: 'Hävikki ruokailijaa kohti',
    unit: 'g',
    kind: 'number',
    direction: 'down',
    baseline: 62,
    baselineHow: 'Punnittu kahden viikon ajan ennen kokeilua',
    predicted: 45,
    smallestWorthwhile: 8,
    harmLimit: null,
    ...change,
  }
}

/** A plan with everything that must be told before the start, in the own-work lane. */
export function examplePlan(change: Partial<Plan> = {}): Plan {
  return {
    ...emptyPlan(),
    question: 'Väheneekö hävikki, kun ruokailijat ottavat salaatin itse?',
    summary: 'Lautasille jää paljon ruokaa, koska annos on kaikille sama.',
    goal: 'Lautaselle jäävää ruokaa on vähemmän.',
    doing: 'Salaattipöytä siirretään linjaston alkuun kahdeksaksi viikoksi.',
    cooperation: 'Keittiö, opettajat ja oppilaskunta',
    variables: 'Ruokalista ja poissaolot',
    prediction: 'Hävikki pienenee, koska jokainen ottaa vain sen, minkä syö.',
    targetGroup: 'Yläkoulun ruokailijat',
    place: 'Yhtenäiskoulun ruokala',
    startsOn: '2026-03-16',
    endsOn: '2026-05-08',
    theme: 'food',
    measures: [exampleMeasure()],
    decisionRule: {
      spreadWhen: 'Hävikki on pienentynyt vähintään 8 grammaa ruokailijaa kohti.',
      stopWhen: 'Hävikki ei ole pienentynyt.',
      decider: 'Ruokapalvelupäällikkö',
    },
    hoursPlanned: 12,
    eurosPlanned: 0,
    legalQuestion: 'no',
    dataProtection: 'no_personal_data',
    lane: 'own_work',
    ...change,
  }
}

/** What `saveExampleExperiment` needs to know. */
export interface ExampleExperiment {
  id: string
  /** Makes the ids of the rows of history. */
  newId: () => string
  at: Date
  municipalityCode?: string
  plan?: Plan
  /** Every state after 'planned' means a frozen plan. */
  state?: ExperimentState
  responsiblePersonId?: string | null
  parentId?: string | null
  ideaId?: string | null
}

/** Stores a made-up experiment in the wanted state and returns its id. Run it in a transaction that may write. */
export async function saveExampleExperiment(database: Database, example: ExampleExperiment): Promise<string> {
  const { id, at, newId, state = 'running', municipalityCode = '239', plan = examplePlan() } = example
  const unfrozen = state === 'draft' || state === 'awaiting_decision' || state === 'planned'
  const responsiblePersonId = example.responsiblePersonId ?? null
  await saveExperiment(database, {
    id,
    municipalityCode,
    ideaId: example.ideaId,
    parentId: example.parentId,
    responsiblePersonId,
    createdBy: responsiblePersonId,
    origin: 'example',
    state: unfrozen ? state : 'planned',
    title: plan.question ?? '',
    plan,
    at,
  })
  if (unfrozen) return id
  await saveFreezing(database, {
    id,
    version: 1,
    planFingerprint: planFingerprint({ id, municipalityCode, plan }),
    at,
  })
  if (state !== 'running')
    await setState(database, {
      id,
      from: 'running',
      to: state,
      changeId: newId(),
      personId: responsiblePersonId,
      at,
      reason: null,
    })
  return id
}
