import { checksOf } from './decisions/index.ts'
import { examplePlan } from './experiments/experiments.examples.ts'
import { designOf, emptyPlan, setOutcome } from './experiments/index.ts'
import { replaceChecks } from './decisions/follow-up-store.ts'
import { saveDecision } from './decisions/decision-store.ts'
import { tellIdea } from './ideas/index.ts'
import { acting, experiment, type OpenForm, running, type Site } from './test-forms-experiments.ts'
import { measurementForms } from './test-forms-measurements.ts'
import { ownDataForms } from './test-forms-own-data.ts'
import { membershipForms } from './test-forms-membership.ts'
import { moderationForms } from './test-forms-moderation.ts'
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
  ...measurementForms,
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
