import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { experimentStates, idOfRealExperiment, loadRealExperiments, type Plan } from './experiments/index.ts'
import { hashOfSecret, newSecret } from './own-data/secret.ts'
import { examplePeopleOfTrial as people, savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { Database } from './platform/database/database.ts'
import type { Person, Role } from './platform/web/visitor.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** The municipality that the records of the matrix belong to, and the one that everybody else works in. */
export const ownMunicipality = '239'
const otherMunicipality = '071'

/** Stands in every text of what is not public: in unfrozen plans and what belongs to them, and in agreed ponderings. */
export const secretOfDrafts = 'xsalattuluonnosx'
export const secretOfPonderings = 'xsalattutuumailux'
/** Where ponderings are held; nobody else's page holds it. */
export const placeOfPonderings = 'Salattu kokoustila'
/** Stands in a text that moderators have hidden. */
export const secretOfHidden = 'xsalattupiilotettux'
/** Stands in the address of a member, and in one that was invited. */
export const secretOfMembers = 'xsalattuosoitex'

/** The states in which an idea is met: told, with offered hours, with a time agreed, answered. */
const ideaStates = ['new', 'offered', 'agreed', 'answered'] as const

/** A record as an address names it, and its state as the matrix tells it. */
export interface AccessRecord {
  state: string
  parameters: Record<string, string>
}

const person = (number: number, role: Role | undefined, municipalityCode: string | null): Person => ({
  id: `01900000-0000-7000-8000-0000000010${String(number).padStart(2, '0')}`,
  email: `rooli-${number}@esimerkki.invalid`,
  name: `Rooli ${number}`,
  lang: 'fi',
  memberships: role === undefined ? [] : [{ municipalityCode, role }],
})

/** Everybody who tries every address: nobody, the roles at home and elsewhere, and two who have a part in the record. */
export const visitors = {
  stranger: undefined,
  newcomer: person(1, undefined, null),
  'resident own': people.resident,
  'resident other': person(2, 'resident', otherMunicipality),
  'employee own': people.colleague,
  'employee other': person(3, 'employee', otherMunicipality),
  'author own': people.employee,
  'offerer other': people.ambassador,
  'ambassador own': person(4, 'ambassador', ownMunicipality),
  'ambassador other': person(5, 'ambassador', otherMunicipality),
  'leader own': people.leader,
  'leader other': person(6, 'leader', otherMunicipality),
  'administrator own': person(7, 'administrator', ownMunicipality),
  'administrator other': person(8, 'administrator', otherMunicipality),
  office: people.office,
  researcher: people.researcher,
} as const satisfies Record<string, Person | undefined>

export type VisitorName = keyof typeof visitors

/** Whoever offers hours under a name that only those who take part may read. */
const hiddenOfferer: Person = {
  ...person(9, 'employee', ownMunicipality),
  email: `${secretOfMembers}@esimerkki.invalid`,
  name: `Tarjoaja ${secretOfPonderings}`,
}

/** A plan in which every text that is told holds the secret. */
function secretPlan(measureId: string): Plan {
  const told = (text: string) => `${text} ${secretOfDrafts}`
  const plan = examplePlan()
  const words = Object.fromEntries(
    Object.entries(plan).map(([name, value]) => [
      name,
      typeof value === 'string' && /[ä ]/.test(value) ? told(value) : value,
    ]),
  )
  return {
    ...plan,
    ...words,
    measures: [exampleMeasure({ id: measureId, name: told('Hävikki'), baselineHow: told('Punnittu') })],
    decisionRule: { spreadWhen: told('Pienenee'), stopWhen: told('Ei pienene'), decider: told('Päällikkö') },
  } as Plan
}

type Row = Record<string, unknown>

/** Adds a row as it is: the matrix needs states that no action would make, such as a decision on a draft. */
async function add(database: Database, table: string, row: Row): Promise<void> {
  await database
    .insertInto(table as never)
    .values(row as never)
    .execute()
}

/** Adds one row of everything that can belong to an experiment, and returns what addresses call them. */
async function addParts(
  database: Database,
  { site, id, measureId, frozen }: { site: Site; id: string; measureId: string; frozen: boolean },
): Promise<Record<string, string>> {
  const { now } = site.clock
  const words = frozen ? 'Näkyvä sana' : `Sana ${secretOfDrafts}`
  const parameters = {
    id,
    measureId,
    step: '1',
    importId: site.newId(),
    observationId: site.newId(),
    checkId: site.newId(),
  }
  const decisionId = site.newId()
  const day = '2026-03-09'
  const fingerprint = 'a'.repeat(64)
  const part = (row: Row) => ({
    id: site.newId(),
    experiment_id: id,
    municipality_code: ownMunicipality,
    ...row,
  })
  const by = people.employee.id
  await add(
    database,
    'measurement_imports',
    part({ id: parameters.importId, row_count: 1, imported_by: by, imported_at: now }),
  )
  const reading = { measure_id: measureId, value: 50, note: words, entered_by: by, at: now }
  await add(database, 'observations', part({ ...reading, id: parameters.observationId, day, way: 'form' }))
  await add(
    database,
    'observations',
    part({ ...reading, day: '2026-03-08', way: 'paste', import_id: parameters.importId }),
  )
  await add(database, 'effort_entries', part({ day, hours: 1, what: words, entered_by: by, at: now }))
  await add(database, 'diary_entries', part({ day, text: words, person_id: by, at: now }))
  await add(
    database,
    'experiment_leaves',
    part({ asked_by: by, asked_at: now, asked_words: words, plan_fingerprint: fingerprint }),
  )
  await add(
    database,
    'experiment_stages',
    part({ from_state: 'draft', to_state: 'planned', at: now, person_id: by, reason: words }),
  )
  await add(database, 'experiment_departures', part({ day, what: words, why: words, person_id: by, at: now }))
  await add(
    database,
    'findings',
    part({
      happened: words,
      tells: 'cannot_tell',
      learning: 'both',
      figures: 'null',
      plan_fingerprint: fingerprint,
      data_fingerprint: fingerprint,
      evidence_level: 1,
      written_by: by,
      written_at: now,
      version: 1,
    }),
  )
  await add(
    database,
    'lessons',
    part({
      language: 'fi',
      worked: words,
      did_not_work: words,
      surprised: words,
      conditions: words,
      works: 'partly',
      written_by: by,
      written_at: now,
      version: 1,
    }),
  )
  await add(
    database,
    'decisions',
    part({
      id: decisionId,
      kind: 'continue',
      reasons: words,
      would_change: words,
      decided_by: people.leader.id,
      decided_on: day,
      at: now,
    }),
  )
  const lives = { unit: words, budget_line: words, instruction: words, owner: words, updated_at: now }
  await add(database, 'embeddings', {
    ...lives,
    experiment_id: id,
    municipality_code: ownMunicipality,
    in_practice: true,
    something_new: false,
    answers_problem: true,
  })
  await add(
    database,
    'checks',
    part({ id: parameters.checkId, decision_id: decisionId, months: 6, due_on: '2026-09-09', words }),
  )
  return parameters
}

async function addExperiments(database: Database, site: Site): Promise<AccessRecord[]> {
  const records: AccessRecord[] = []
  for (const state of experimentStates) {
    const id = site.newId()
    const measureId = site.newId()
    const frozen = !['draft', 'awaiting_decision', 'planned'].includes(state)
    await saveExampleExperiment(database, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state,
      plan: frozen ? examplePlan({ measures: [exampleMeasure({ id: measureId })] }) : secretPlan(measureId),
      responsiblePersonId: people.employee.id,
    })
    records.push({ state, parameters: await addParts(database, { site, id, measureId, frozen }) })
  }
  await loadRealExperiments(database, site.clock.now)
  const anyId = () => site.newId()
  records.push({
    state: 'published',
    parameters: {
      id: idOfRealExperiment('EX01'),
      measureId: anyId(),
      step: '1',
      importId: anyId(),
      observationId: anyId(),
      checkId: anyId(),
    },
  })
  return records
}

async function addIdeas(database: Database, site: Site): Promise<AccessRecord[]> {
  const records: AccessRecord[] = []
  const { now } = site.clock
  for (const state of ideaStates) {
    const id = site.newId()
    await add(database, 'ideas', {
      id,
      municipality_code: ownMunicipality,
      told_by: people.employee.id,
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      for_whom: 'Lähellä asuville.',
      language: 'fi',
      state: state === 'new' ? 'new' : state === 'answered' ? 'will_be_tried' : 'pondering',
      answer: state === 'answered' ? 'Kokeillaan.' : null,
      answered_at: state === 'answered' ? now : null,
      created_at: now,
      updated_at: now,
    })
    if (state !== 'new')
      for (const [offerer, code] of [
        [hiddenOfferer, ownMunicipality],
        [people.ambassador, otherMunicipality],
      ] as const)
        await add(database, 'hour_offers', {
          idea_id: id,
          person_id: offerer.id,
          municipality_code: code,
          hours: 1,
          offered_at: now,
        })
    if (state === 'agreed' || state === 'answered')
      await add(database, 'ponderings', {
        id: site.newId(),
        idea_id: id,
        municipality_code: ownMunicipality,
        starts_at: now,
        minutes: 60,
        place: `${placeOfPonderings} ${secretOfPonderings}`,
        video_link: `https://kokous.invalid/${secretOfPonderings}`,
        held_on: state === 'answered' ? '2026-03-10' : null,
      })
    records.push({ state, parameters: { id } })
  }
  return records
}

/** Members, invitations, organisations: what is known by other names than experiments and ideas. */
async function addOthers(
  database: Database,
  site: Site,
  { experiments, ideas }: Omit<AccessRecords, 'others'>,
): Promise<AccessRecords['others']> {
  const { now } = site.clock
  const membership = await database
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', hiddenOfferer.id)
    .executeTakeFirstOrThrow()
  const ids = { invitation: site.newId(), passkey: site.newId(), organisation: site.newId() }
  await add(database, 'invitations', {
    id: ids.invitation,
    municipality_code: ownMunicipality,
    email: visitors.newcomer.email,
    role: 'employee',
    lang: 'fi',
    invited_by: visitors['administrator own'].id,
    invited_at: now,
    sent_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  await add(database, 'invitations', {
    id: site.newId(),
    municipality_code: ownMunicipality,
    email: `kutsuttu-${secretOfMembers}@esimerkki.invalid`,
    role: 'employee',
    lang: 'fi',
    invited_at: now,
    sent_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  await add(database, 'passkeys', {
    id: ids.passkey,
    person_id: people.employee.id,
    credential_id: 'avain',
    public_key: Buffer.from('avain'),
    counter: 0,
    transports: [],
    name: 'Puhelin',
    made_at: now,
  })
  await add(database, 'organisations', {
    id: ids.organisation,
    kind: 'research_institute',
    name_fi: 'Tutkimuslaitos',
    created_at: now,
  })
  await add(database, 'log_publications', {
    number: 1,
    day: '2026-03-09',
    until: now,
    heads: '[]',
    previous_hash: '0'.repeat(64),
    hash: 'a'.repeat(64),
  })
  const secret = newSecret()
  await add(database, 'own_data_links', {
    token_hash: hashOfSecret(secret),
    person_id: people.employee.id,
    made_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  await add(database, 'email_changes', {
    token_hash: hashOfSecret(secret),
    person_id: people.employee.id,
    new_email: 'uusi@esimerkki.invalid',
    asked_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  const feedback = site.newId()
  await add(database, 'accessibility_feedback', {
    id: feedback,
    received_at: now,
    due_on: '2026-03-24',
    lang: 'fi',
    message: `En kuule, terveisin ${secretOfMembers}`,
  })
  const hiding = { id: site.newId(), appeal: site.newId(), idea: site.newId() }
  await add(database, 'ideas', {
    id: hiding.idea,
    municipality_code: ownMunicipality,
    told_by: people.employee.id,
    problem: `Piilotettu ${secretOfHidden}`,
    trial: `Piilotettu ${secretOfHidden}`,
    for_whom: `Piilotettu ${secretOfHidden}`,
    language: 'fi',
    state: 'new',
    hidden_at: now,
    hidden_because: 'personal_data',
    created_at: now,
    updated_at: now,
  })
  await add(database, 'hidings', {
    id: hiding.id,
    kind: 'idea',
    record_id: hiding.idea,
    municipality_code: ownMunicipality,
    because: 'personal_data',
    words: 'Tekstissä on nimi.',
    hidden_by: visitors['administrator own'].id,
    hidden_at: now,
    writer_id: people.employee.id,
  })
  await add(database, 'appeals', {
    id: hiding.appeal,
    hiding_id: hiding.id,
    municipality_code: ownMunicipality,
    person_id: people.employee.id,
    words: 'Nimi on oma.',
    at: now,
  })
  const [draft] = experiments
  const texts = [
    { state: 'idea', parameters: { kind: 'idea', id: ideas[0]?.parameters.id ?? '' } },
    { state: 'hidden', parameters: { kind: 'idea', id: hiding.idea } },
    { state: 'unfrozen', parameters: { kind: 'plan', id: draft?.parameters.id ?? '' } },
  ]
  const one = (state: string, parameters: Record<string, string>) => [{ state, parameters }]
  const member = { code: ownMunicipality, membershipId: membership.id }
  const organisation = one('-', { id: ids.organisation })
  return {
    'sign-in-organisation': one('unknown', { provider: 'tuntematon' }),
    'organisation-return': one('unknown', { provider: 'tuntematon' }),
    'my-passkey': one('author’s', { id: ids.passkey }),
    'end-membership': one('somebody’s', member),
    member: one('somebody’s', member),
    invitation: one('newcomer’s', { id: ids.invitation }),
    organisation,
    'rename-organisation': organisation,
    'invite-to-organisation': organisation,
    'own-data-archive': one('author’s', { secret }),
    'confirm-address': one('author’s', { secret }),
    'answer-feedback': one('-', { id: feedback }),
    'report-text': texts,
    'review-text': texts,
    'appeal-hiding': one('author’s', { hidingId: hiding.id }),
    'answer-appeal': one('author’s', { appealId: hiding.appeal }),
    idea: [...ideas, { state: 'hidden', parameters: { id: hiding.idea } }],
    'log-heads-file': one('-', { day: '2026-03-09' }),
  }
}

/** Everything that the addresses of the matrix are about. */
export interface AccessRecords {
  experiments: AccessRecord[]
  ideas: AccessRecord[]
  /** By the name of the address, for what is neither. */
  others: Partial<Record<string, AccessRecord[]>>
}

/** Adds the people and the records of the matrix to a site. */
export async function addAccessRecords(site: Site): Promise<AccessRecords> {
  return asSystem(site.database, async (database) => {
    for (const visitor of [...Object.values(visitors), hiddenOfferer])
      if (visitor) await savePerson(database, { ...visitor, isExample: false, createdAt: site.clock.now })
    const main = { experiments: await addExperiments(database, site), ideas: await addIdeas(database, site) }
    return { ...main, others: await addOthers(database, site, main) }
  })
}
