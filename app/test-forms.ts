import { checksOf } from './decisions/index.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { designOf, emptyPlan, type ExperimentState, type Plan, setOutcome } from './experiments/index.ts'
import { replaceChecks } from './decisions/follow-up-store.ts'
import { saveDecision } from './decisions/decision-store.ts'
import { tellIdea } from './ideas/index.ts'
import { ownDataForms } from './test-forms-own-data.ts'
import { membershipForms } from './test-forms-membership.ts'
import { moderationForms } from './test-forms-moderation.ts'
import { makePoster } from './measurements/make-poster.ts'
import { newPosterSecret } from './measurements/poster.ts'
import { addObservation, importTable, observationsOf } from './measurements/index.ts'
import { mondayMorning, promisedTrial, remind, reminderTo } from './measurements/reminders.examples.ts'
import { takeInFile } from './measurements/take-in-file.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { useIdentityProviders } from './people/identity-providers.ts'
import { savePasskey } from './people/passkey-store.ts'
import { saveSignInLink } from './people/sign-in-link-store.ts'
import { hashToken, newToken } from './people/session-token.ts'
import type { Database } from './platform/database/database.ts'
import { pathTo } from './platform/web/address.ts'
import { browserMark } from './platform/web/form-cookie.ts'
import { asSystem } from './platform/database/acting.ts'
import type { addresses } from './site.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** Who may send a form, and where a record stands that it fits. */
export interface OpenForm {
  who: keyof typeof people | undefined
  parameters?: Record<string, string>
  query?: Record<string, string>
  /** The mark of the browser, where the form is open in one only. */
  formSecret?: string
}

/** A provider that nobody answers for, known to the site from then on. */
function awayProvider(): string {
  const key = 'poissa'
  useIdentityProviders([
    {
      key,
      issuer: 'http://127.0.0.1:9',
      clientId: 'uskalla',
      clientSecret: 'ei kukaan',
      name: { fi: 'Poissa', sv: 'Borta', en: 'Away' },
      severalFactors: { amr: [], acr: [] },
    },
  ])
  return key
}

const experiment = (
  state: ExperimentState,
  who: keyof typeof people = 'employee',
  plan: Plan = examplePlan(),
) => {
  return async (site: Site): Promise<OpenForm & { parameters: { id: string } }> => {
    const id = site.newId()
    await asSystem(site.database, (transaction) =>
      saveExampleExperiment(transaction, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state,
        plan,
        responsiblePersonId: people.employee.id,
      }),
    )
    return { who, parameters: { id } }
  }
}

const acting = (site: Site) => ({
  person: people.employee,
  now: site.clock.now,
  requestId: 'test',
  lang: 'fi' as const,
  newId: site.newId,
})

const idea = (who: keyof typeof people) => async (site: Site) => {
  const told = await asSystem(site.database, (transaction) =>
    tellIdea(transaction, {
      ...acting(site),
      municipalityCode: '239',
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      forWhom: 'Lähellä asuville.',
    }),
  )
  return { who, parameters: { id: told.id } }
}

const running = experiment('running', 'employee', examplePlan({ startsOn: '2026-03-01' }))
const [measure] = examplePlan().measures
if (!measure) throw new Error('the example plan measures nothing')

async function decided(site: Site) {
  const form = await experiment('decided')(site)
  const { id } = form.parameters
  const decisionId = site.newId()
  const store = async (transaction: Database) => {
    await saveDecision(transaction, {
      id: decisionId,
      experimentId: id,
      municipalityCode: '239',
      kind: 'continue',
      reasons: 'Toimii meillä.',
      stopReason: null,
      proposal: null,
      againstProposal: null,
      wouldChange: null,
      decidedBy: people.leader.id,
      decidedOn: '2026-03-10',
      at: site.clock.now,
    })
    await setOutcome(transaction, { id, outcome: 'continued', at: site.clock.now })
    await replaceChecks(transaction, id, [
      { id: site.newId(), municipalityCode: '239', decisionId, months: 6, dueOn: '2026-09-10' },
    ])
  }
  await asSystem(site.database, store)
  return form
}

async function withReading(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  if (!measure) throw new Error('nothing to read')
  await asSystem(site.database, (transaction) =>
    addObservation(transaction, {
      ...acting(site),
      experimentId: id,
      measure,
      day: '2026-03-09',
      value: 52,
      note: null,
      way: 'form',
      sameDay: 'ask',
    }),
  )
  const [reading] = await observationsOf(site.database, id)
  return { ...form, parameters: { id, observationId: reading?.id ?? '' } }
}

/** The tokens of a reminder that an employee has just got. */
async function reminded(site: Site) {
  const { now } = site.clock
  await promisedTrial(site)
  for (const table of ['reminder_stops', 'weekly_reminders'] as const)
    await site.database.deleteFrom(table).execute()
  await site.database.deleteFrom('mails').where('key', 'like', 'reminder %').execute()
  await remind(site, mondayMorning)
  site.clock.now = now
  const letter = await reminderTo(site, 'employee', '2026-03-16')
  const tokenAfter = (words: string) => letter?.text.split(`/${words}?token=`)[1]?.slice(0, 52) ?? ''
  return { link: tokenAfter('vastaa'), stop: tokenAfter('lopeta-muistutukset') }
}

async function withPoster(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  const secret = newPosterSecret()
  if (!measure) throw new Error('nothing to read')
  const made = await asSystem(site.database, (transaction) =>
    makePoster(transaction, {
      ...acting(site),
      experimentId: id,
      measureId: measure.id,
      unit: null,
      label: 'Ruokalan ovi',
      posterLang: 'fi',
      secret,
    }),
  )
  return { ...form, parameters: { id, secret, posterId: made.ok ? made.value.posterId : '' } }
}

async function withTable(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  if (!measure) throw new Error('nothing to read')
  const imported = await asSystem(site.database, (transaction) =>
    importTable(transaction, {
      ...acting(site),
      experimentId: id,
      measure,
      rows: [{ line: 1, unit: null, day: '2026-03-09', value: 51, note: null }],
      replaceStored: false,
    }),
  )
  return { ...form, parameters: { id, importId: imported.ok ? imported.value.importId : '' } }
}

async function withFile(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  const bytes = Buffer.from('Päivä;Määrä\n8.3.2026;51,5\n9.3.2026;52\n')
  const taken = await asSystem(site.database, (transaction) =>
    takeInFile(transaction, {
      ...acting(site),
      experimentId: id,
      measure: exampleMeasure(),
      file: { name: 'luvut.csv', bytes },
    }),
  )
  return { ...form, parameters: { id, fileId: taken.ok ? taken.value.id : '' } }
}

const step = (number: number) => async (site: Site) => {
  const form = await experiment('draft', 'employee', number > 4 ? examplePlan() : emptyPlan())(site)
  return { ...form, parameters: { ...form.parameters, step: String(number) } }
}

const decisionLane = examplePlan({
  lane: 'decision',
  deciderPersonId: people.leader.id,
  decisionDueOn: '2026-03-13',
})

/** A plan that waits for a leader's answer. */
async function askedFor(site: Site) {
  const form = await experiment('draft', 'employee', decisionLane)(site)
  const kaisa = await site.browser('employee')
  await kaisa.fillIn(pathTo('fi', 'ask-leave', form.parameters), {})
  return form
}

/** For each address with a form, ways to a record whose form is open to somebody. */
export const openForms: Partial<Record<keyof typeof addresses, ((site: Site) => Promise<OpenForm>)[]>> = {
  'sign-in': [async () => ({ who: undefined })],
  'sign-in-link': [
    async (site) => {
      const [token, formSecret] = [newToken(), newToken()]
      await asSystem(site.database, (transaction) =>
        saveSignInLink(transaction, {
          tokenHash: hashToken(token),
          codeHash: '',
          email: people.employee.email,
          lang: 'fi',
          nextPath: '/fi/ideat',
          browser: browserMark(formSecret),
          network: 'unknown',
          sent: true,
          now: site.clock.now,
          expiresAt: new Date(site.clock.now.getTime() + 60_000),
        }),
      )
      return { who: undefined, query: { token }, formSecret }
    },
  ],
  'sign-in-code': [async () => ({ who: undefined })],
  'sign-in-passkey': [async () => ({ who: undefined })],
  'sign-in-organisation': [async () => ({ who: undefined, parameters: { provider: awayProvider() } })],
  'organisation-return': [
    async () => ({
      who: undefined,
      parameters: { provider: awayProvider() },
      query: { code: 'koodi', state: 'tila' },
    }),
  ],
  'confirm-sign-in': [async () => ({ who: 'leader' })],
  'my-sign-ins': [async () => ({ who: 'researcher' })],
  'my-passkeys': [async () => ({ who: 'employee' })],
  'my-passkey': [
    async (site) => {
      const id = site.newId()
      await asSystem(site.database, (transaction) =>
        savePasskey(transaction, {
          id,
          personId: people.employee.id,
          credentialId: id,
          publicKey: new Uint8Array(),
          counter: 0,
          transports: [],
          name: 'Työpuhelin',
          now: site.clock.now,
        }),
      )
      return { who: 'employee', parameters: { id } }
    },
  ],
  'my-recovery-codes': [async () => ({ who: 'employee' })],
  'sign-out': [async () => ({ who: 'researcher' })],
  'try-as': [async () => ({ who: undefined })],
  ...membershipForms,
  ...ownDataForms,
  ...moderationForms,
  'tell-idea': [async () => ({ who: 'employee' }), async () => ({ who: 'office' })],
  'edit-idea': [idea('employee')],
  'offer-hours': [idea('colleague'), idea('ambassador')],
  'agree-pondering': [idea('colleague')],
  'record-pondering': [idea('leader')],
  'start-plan': [async () => ({ who: 'employee' })],
  'plan-step': Array.from({ length: 10 }, (_, index) => step(index + 1)),
  'freeze-plan': [experiment('planned')],
  'ask-leave': [experiment('draft', 'employee', decisionLane), askedFor],
  'give-leave': [async (site) => ({ ...(await askedFor(site)), who: 'leader' })],
  'add-departure': [running],
  'note-event': [running],
  'write-diary': [running],
  'change-state': [running, experiment('paused'), experiment('learning')],
  'log-measure': [
    async (site) => {
      const form = await running(site)
      return { ...form, parameters: { ...form.parameters, measureId: measure.id } }
    },
  ],
  posters: [running],
  'print-poster': [withPoster],
  'revoke-poster': [withPoster],
  poster: [
    async (site) => ({ who: undefined, parameters: { secret: (await withPoster(site)).parameters.secret } }),
  ],
  measurements: [withReading],
  'paste-measurements': [running],
  promises: [running],
  'answer-reminder': [async (site) => ({ who: undefined, query: { token: (await reminded(site)).link } })],
  'stop-reminders': [async (site) => ({ who: undefined, query: { token: (await reminded(site)).stop } })],
  'import-measurements': [running],
  'import-file': [withFile],
  'measure-tokens': [running],
  'undo-import': [withTable],
  'correct-measurement': [withReading],
  'log-hours': [running],
  explore: [experiment('learning')],
  'open-early': [
    experiment(
      'running',
      'employee',
      examplePlan({ startsOn: '2026-03-01', design: designOf('before_after') }),
    ),
  ],
  'record-finding': [experiment('learning')],
  decide: [experiment('learning', 'leader')],
  'say-where-it-lives': [decided],
  'follow-up': [
    async (site) => {
      const form = await decided(site)
      const [check] = await checksOf(site.database, form.parameters.id)
      return { ...form, parameters: { ...form.parameters, checkId: check?.id ?? '' } }
    },
  ],
  'write-lesson': [experiment('learning')],
  adopt: [experiment('running', 'ambassador')],
}
