import { hashOfSecret, newSecret } from './own-data/secret.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import type { Database } from './platform/database/database.ts'
import { addRow } from './platform/database/test-add-row.ts'
import type { AccessRecords } from './test-access-records.ts'
import { posterSecretOf } from './test-access-experiments.ts'
import {
  hiddenOfferer,
  ownMunicipality,
  secretOfHidden,
  secretOfMembers,
  visitors,
} from './test-access-visitors.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** Members, invitations, organisations: what is known by other names than experiments and ideas. */
export async function addOthers(
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
  const ids = {
    invitation: site.newId(),
    passkey: site.newId(),
    organisation: site.newId(),
    ownWords: site.newId(),
  }
  await addRow(database, 'invitations', {
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
  await addRow(database, 'invitations', {
    id: site.newId(),
    municipality_code: ownMunicipality,
    email: `kutsuttu-${secretOfMembers}@esimerkki.invalid`,
    role: 'employee',
    lang: 'fi',
    invited_at: now,
    sent_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  await addRow(database, 'passkeys', {
    id: ids.passkey,
    person_id: people.employee.id,
    credential_id: 'avain',
    public_key: Buffer.from('avain'),
    counter: 0,
    transports: [],
    name: 'Puhelin',
    made_at: now,
  })
  await addRow(database, 'organisations', {
    id: ids.organisation,
    kind: 'research_institute',
    name_fi: 'Tutkimuslaitos',
    created_at: now,
  })
  await addRow(database, 'municipality_details', {
    id: ids.ownWords,
    municipality_code: ownMunicipality,
    words_fi: 'Meillä kokeillaan.',
    updated_at: now,
  })
  const hash = 'c'.repeat(64)
  await addRow(database, 'municipality_pictures', {
    municipality_code: ownMunicipality,
    id: site.newId(),
    content: Buffer.from('RIFF'),
    content_hash: hash,
    width: 1,
    height: 1,
    description: 'Järvi aamulla',
    source: 'Kuva: kunta',
    lang: 'fi',
    saved_by: visitors['administrator own'].id,
    saved_at: now,
  })
  await addRow(database, 'log_publications', {
    number: 1,
    day: '2026-03-09',
    until: now,
    heads: '[]',
    previous_hash: '0'.repeat(64),
    hash: 'a'.repeat(64),
  })
  const secret = newSecret()
  await addRow(database, 'own_data_links', {
    token_hash: hashOfSecret(secret),
    person_id: people.employee.id,
    made_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  await addRow(database, 'email_changes', {
    token_hash: hashOfSecret(secret),
    person_id: people.employee.id,
    new_email: 'uusi@esimerkki.invalid',
    asked_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  })
  const feedback = site.newId()
  await addRow(database, 'accessibility_feedback', {
    id: feedback,
    received_at: now,
    due_on: '2026-03-24',
    lang: 'fi',
    message: `En kuule, terveisin ${secretOfMembers}`,
  })
  const hiding = { id: site.newId(), appeal: site.newId(), idea: site.newId() }
  await addRow(database, 'ideas', {
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
  await addRow(database, 'hidings', {
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
  await addRow(database, 'appeals', {
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
    { state: 'own-words', parameters: { kind: 'municipality', id: ids.ownWords } },
  ]
  const ideasAndHidden = [...ideas, { state: 'hidden', parameters: { id: hiding.idea } }]
  const one = (state: string, parameters: Record<string, string>) => [{ state, parameters }]
  const member = { code: ownMunicipality, membershipId: membership.id }
  const organisation = one('-', { id: ids.organisation })
  return {
    'sign-in-organisation': one('unknown', { provider: 'tuntematon' }),
    'signed-out': one('unknown', { provider: 'tuntematon' }),
    'provider-sign-out': one('unknown', { provider: 'tuntematon' }),
    'organisation-return': one('unknown', { provider: 'tuntematon' }),
    'my-passkey': one('author’s', { id: ids.passkey }),
    'end-membership': one('somebody’s', member),
    member: one('somebody’s', member),
    'reset-factor': one('somebody’s', member),
    invitation: one('newcomer’s', { id: ids.invitation }),
    organisation,
    'rename-organisation': organisation,
    'invite-to-organisation': organisation,
    poster: experiments.flatMap(({ state, parameters }) =>
      state === 'published' || parameters.posterId === undefined
        ? []
        : [{ state, parameters: { secret: posterSecretOf(parameters.posterId) } }],
    ),
    'own-data-archive': one('author’s', { secret }),
    'confirm-address': one('author’s', { secret }),
    'answer-feedback': one('-', { id: feedback }),
    'report-text': texts,
    'review-text': texts,
    'appeal-hiding': one('author’s', { hidingId: hiding.id }),
    'answer-appeal': one('author’s', { appealId: hiding.appeal }),
    idea: ideasAndHidden,
    'edit-idea': ideasAndHidden,
    'offer-hours': ideasAndHidden,
    'agree-pondering': ideasAndHidden,
    'pondering-calendar': ideasAndHidden,
    'record-pondering': ideasAndHidden,
    'municipality-picture-file': one('-', { code: ownMunicipality, hash }),
    'log-heads-file': one('-', { day: '2026-03-09' }),
  }
}
