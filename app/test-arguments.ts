import { emptyPlan } from './experiments/index.ts'

/** What made-up arguments are to hold, by the names of parameters and properties. */
export type ArgumentValues = Record<string, unknown>

const usual: ArgumentValues = {
  code: '239',
  municipalityCode: '239',
  chain: '239',
  day: '2026-03-10',
  week: '2026-03-09',
  lang: 'fi',
  language: 'fi',
  page: 1,
  limit: 10,
  most: 10,
  perPage: 10,
  onPage: 10,
  version: 1,
  stepVersion: 0,
  hours: 1,
  euros: 1,
  minutes: 60,
  rows: 1,
  value: 1,
  months: 6,
  counter: 1,
  step: 'question',
  origin: 'own',
  role: 'employee',
  email: 'joku@esimerkki.invalid',
  domain: 'esimerkki.fi',
  fingerprint: 'b'.repeat(64),
  planFingerprint: 'b'.repeat(64),
  dataFingerprint: 'b'.repeat(64),
  way: 'form',
  works: 'partly',
  tells: 'cannot_tell',
  learning: 'both',
  evidenceLevel: 1,
  openedEarly: true,
  outcome: 'continued',
  stopReason: null,
  proposal: null,
  inPractice: true,
  somethingNew: true,
  answersProblem: true,
  figures: null,
  replacesId: undefined,
  filter: { municipalityCode: '239', readerMunicipalities: ['239'] },
  condition: null,
  plan: {},
  published: null,
}

/** Values of one name that differ from store to store, by the name of the function. */
const particular: Record<string, ArgumentValues> = {
  saveLook: { number: 1, said: 'not_yet', readings: 1, estimate: null, low: null, high: null },
  saveExploration: { method: 'run-chart', period: 'whole', evaluation: {} },
  saveLeaveAnswer: { answer: 'given' },
  saveCheckAnswer: { answer: 'alive' },
  answerIdea: { state: 'not_now', elsewhereExperimentId: null },
  saveDecision: { kind: 'continue' },
  setState: { from: 'draft', to: 'planned' },
  saveStage: { from: 'draft', to: 'planned' },
  saveHeldPondering: { hours: [] },
  extremesOfReadings: { days: [] },
  saveIdea: { state: 'new', elsewhereExperimentId: null, answeredAt: null, isExample: false },
  saveEvaluation: { byMeasure: [], seed: 1, engineVersion: '1' },
  listTaught: { year: undefined, theme: undefined, outcome: undefined },
  saveInvitation: { home: { municipalityCode: '239' }, validUntil: null },
  sameInvitation: { home: { municipalityCode: '239' } },
  membershipFor: { home: { municipalityCode: '239' } },
  addMembership: { home: { municipalityCode: '239' }, validFrom: '2026-03-10', validUntil: null },
  updateMembership: { validUntil: null, role: 'leader' },
  hasRoleIn: { roles: ['administrator'] },
  otherAdministrators: { except: crypto.randomUUID() },
  decideRequest: { approved: true },
  noteRowsDone: { rowsDone: 1 },
  saveImport: { way: 'file', leftOut: 0 },
  stopResetOf: { by: crypto.randomUUID() },
  addPicture: { inPlaceOf: null },
}

const importedRow = { line: 1, unit: null, day: '2026-03-09', value: 1, note: null }

function importOf({ experimentId, measureId, now }: ArgumentValues) {
  return {
    importId: crypto.randomUUID(),
    experimentId,
    municipalityCode: '239',
    measureId,
    personId: null,
    now,
  }
}

/** Functions that take a thing whole, which a made-up object without properties of its own cannot stand for. */
const inFull: Record<string, (values: ArgumentValues) => unknown[]> = {
  saveQuestions: ({ experimentId, now }) => [
    [
      {
        id: crypto.randomUUID(),
        reminderId: crypto.randomUUID(),
        promiseId: crypto.randomUUID(),
        personId: crypto.randomUUID(),
        experimentId,
        municipalityCode: '239',
        measureId: crypto.randomUUID(),
        week: '2026-03-09',
        askedAt: now,
        linkUntil: now,
        replyUntil: now,
      },
    ],
  ],
  saveExperiment: ({ now }) => [
    {
      id: crypto.randomUUID(),
      municipalityCode: '239',
      origin: 'own',
      title: 'Muutos',
      plan: emptyPlan(),
      at: now,
    },
  ],
  saveRetrospective: ({ now }) => [
    {
      id: crypto.randomUUID(),
      municipalityCode: '239',
      origin: 'retrospective',
      state: 'ended',
      title: 'Muutos',
      plan: emptyPlan(),
      published: { title: {}, tried: {} },
      planFingerprint: 'b'.repeat(64),
      years: { from: 2020, to: 2021 },
      at: now,
    },
  ],
  savePublishedExperiment: ({ id, now }) => [
    {
      id,
      municipalityCode: '239',
      origin: 'published',
      title: 'Muutos',
      plan: emptyPlan(),
      published: { title: {}, tried: {} },
      years: { from: 2020, to: 2021 },
      at: now,
    },
  ],
  saveLeaveAnswer: ({ experimentId, now }) => [
    { experimentId, answer: 'given', answeredBy: null, answeredAt: now, reasons: 'Muutos' },
  ],
  saveEmbedding: ({ experimentId, now }) => [
    {
      experimentId,
      municipalityCode: '239',
      personId: null,
      now,
      unit: 'Muutos',
      owner: 'Muutos',
      budgetLine: null,
      instruction: null,
      inPractice: true,
      somethingNew: true,
      answersProblem: true,
      version: 1,
    },
  ],
  rememberHiddenWords: ({ now }) => [
    { municipalityCode: '239', texts: ['Muutos'], hidden: { at: now, because: 'law' } },
  ],
  forgetHiddenWords: () => [{ municipalityCode: '239', texts: ['Meillä kokeillaan.'] }],
  whyHiddenBefore: () => [{ municipalityCode: '239', texts: ['Meillä kokeillaan.'] }],
  updateDetails: ({ now }) => [
    { municipalityCode: '239', details: { words: { fi: 'Muutos' }, contact: {}, version: 0 }, now },
  ],
  saveReport: ({ ideaId, now }) => [
    {
      id: crypto.randomUUID(),
      number: Math.floor(Math.random() * 1e9),
      kind: 'idea',
      record_id: ideaId,
      municipality_code: '239',
      reason: 'other',
      words: 'Muutos',
      reporter_email: null,
      lang: 'fi',
      at: now,
    },
  ],
  saveDocument: ({ experimentId }) => [
    {
      kind: 'experiment',
      recordId: experimentId,
      municipalityCode: '239',
      language: 'fi',
      title: 'Muutos',
      body: 'Muutos',
    },
    { title: [], keywords: [], body: [] },
  ],
  saveImportFile: ({ experimentId, now, person }) => [
    {
      id: crypto.randomUUID(),
      experimentId,
      municipalityCode: '239',
      measureId: crypto.randomUUID(),
      fileName: 'muutos.csv',
      fingerprint: 'b'.repeat(64),
      outline: {},
      choice: {},
      reading: {},
      uploadedBy: (person as { id: string } | undefined)?.id ?? crypto.randomUUID(),
      uploadedAt: now,
    },
    { sheets: [], faulty: [] },
  ],
  addImportedRows: (values) => [importOf(values), [importedRow], [crypto.randomUUID()]],
  removeReplacedReadings: (values) => [{ ...importOf(values), why: 'Muutos' }, [importedRow]],
  listedDocuments: () => ['fi', {}, { limit: 10, offset: 0 }],
}

/** A value of the kind that the name of a parameter or property promises. */
function valueOf(name: string, values: ArgumentValues): unknown {
  if (name in values) return values[name]
  if (name in usual) return usual[name]
  if (/^(at|moment|before|until|since|present)$|At$|Before$|Since$/.test(name)) return values.now
  if (/(On|Day)$/.test(name)) return usual.day
  if (/^(changeId|decisionId|newId)$/.test(name)) return crypto.randomUUID()
  if (/(Ids|^ids)$/.test(name)) return [values.id]
  if (/^(personId|.*By|writerId)$/.test(name))
    return (values.person as { id: string } | undefined)?.id ?? null
  if (name.endsWith('Id')) return values.id
  if (/^municipalit(ies|yCodes)|Led$|Municipalities$|Codes$|chains$/i.test(name)) return ['239']
  if (/^(observations|checks|entries|documents|people|hours|ways|rows)$/.test(name)) return [record(values)]
  return undefined
}

/** An object that has whatever property it is asked for. */
function record(values: ArgumentValues): object {
  return new Proxy(
    {},
    {
      get: (_target, name) =>
        typeof name === 'symbol' || name === 'then' || name === 'toJSON'
          ? undefined
          : (valueOf(name, values) ?? (name in values || name in usual ? valueOf(name, values) : 'Muutos')),
      has: () => true,
    },
  )
}

/** The parameters of a function as they are written, without the first one. */
function parametersOf(one: (...all: never[]) => unknown): string[] {
  const source = one.toString()
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const letter of source.slice(source.indexOf('(') + 1)) {
    if (letter === ')' && depth === 0) break
    if ('([{'.includes(letter)) depth++
    if (')]}'.includes(letter)) depth--
    if (letter === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += letter
  }
  return [...parts, part.trim()].filter((text) => text !== '').slice(1)
}

/** Made-up arguments for a store function, after the database: by the names of its parameters. */
export function argumentsFor(one: (...all: never[]) => unknown, values: ArgumentValues): unknown[] {
  const whole = inFull[one.name]
  if (whole) return whole(values)
  const known = { ...values, ...particular[one.name] }
  return parametersOf(one).map((parameter) => {
    if (parameter.startsWith('{')) return record(known)
    const name = /^\w+/.exec(parameter)?.[0] ?? ''
    return valueOf(name, known) ?? record(known)
  })
}
