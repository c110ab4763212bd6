import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from './front/index.ts'
import { pathTo } from './platform/web/address.ts'
import { type addresses, routes } from './site.ts'
import { openForms } from './test-forms.ts'
import { plantTexts } from './test-planted-texts.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
/** Columns in which the payload stands, those that the database itself keeps free of it, and those without a row. */
const stored: string[] = []
const refused: string[] = []
const empty: string[] = []
const paths = new Set<string>()

/**
 * Columns that hold no words of people but values of our own: digests, keys, paths, names of kinds. Every other text column
 * of the catalogue gets the payload, new ones too.
 */
const ownValues = new Set(
  [
    'challenge_key.key',
    'early_openings.*',
    'email_changes.token_hash',
    'evaluations.data_fingerprint evaluations.engine_version evaluations.measures evaluations.plan_fingerprint',
    'draws.seed draws.drawn',
    'experiment_looks.* explorations.data_fingerprint explorations.engine_version explorations.evaluation',
    'explorations.method explorations.period measure_requests.* measure_tokens.token_hash',
    'municipality_pictures.content_hash municipality_pictures.lang municipality_pictures.sent_hash hidden_own_words.* pooled_families.* received_letters.*',
    'experiment_stages.from_state experiment_stages.to_state',
    'experiments.theme experiments.step_versions experiments.plan_fingerprint',
    'findings.figures',
    'hidings.kind reports.kind',
    'invitations.role',
    'library_titles.id library_titles.theme',
    'log_publications.*',
    'mails.key mails.message_id mails.condition mails.attachments',
    'migrations.*',
    'municipalities.* municipality_boundaries.*',
    'organisation_sign_ins.*',
    'own_data_links.token_hash',
    'passkeys.credential_id passkeys.transports',
    'recovery_code_sets.* recovery_codes.*',
    'retention_runs.removed',
    'search_documents.kind search_documents.record_id search_documents.state search_documents.theme',
    'search_documents.body_forms search_documents.keyword_forms search_documents.title_forms',
    'search_documents.address_parameters',
    'search_words.*',
    'sessions.token_hash',
    'sign_in_links.*',
    'submissions.location',
    'used_challenges.*',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Columns that hold nothing, or may hold nothing, in any row of the examples. A new column without a value must be added
 * here by hand.
 */
const withoutRow = new Set(
  [
    'accessibility_feedback.answer appeals.answer appeals.outcome consents.purpose consents.wording',
    'decisions.hidden_because decisions.stop_reason diary_entries.hidden_because draws.commitment',
    'draws.plan_fingerprint email_changes.new_email experiment_departures.hidden_because',
    'experiment_departures.new_unit experiment_events.hidden_because experiment_leaves.answer',
    'experiments.hidden_because explorations.hidden_because findings.hidden_because',
    'import_files.came_back lessons.hidden_because municipality_details.hidden_because',
    'municipality_pictures.hidden_because observations.removed_why observations.source_id',
    'organisation_accounts.issuer organisation_accounts.subject reports.lang reports.outcome',
    'reports.reason reports.reporter_email reports.words',
  ].flatMap((line) => line.split(' ')),
)

/** Columns that the database itself keeps to words of our own, each by a check or a key. A new one must be looked at. */
const keptFree = new Set(
  [
    'accessibility_feedback.lang checks.answer decisions.kind decisions.proposal',
    'experiment_leaves.plan_fingerprint experiments.lane experiments.origin experiments.outcome',
    'experiments.state findings.data_fingerprint findings.learning findings.plan_fingerprint',
    'findings.tells hidings.because ideas.hidden_because ideas.language ideas.state',
    'import_files.fingerprint import_files.state import_files.way invitations.lang lessons.language',
    'lessons.works measurement_imports.way memberships.role municipality_domains.domain',
    'observations.unit observations.way organisations.kind persons.lang posters.lang',
    'search_documents.language second_factor_resets.confirmed_how sessions.strength',
  ].flatMap((line) => line.split(' ')),
)

const payloadFor = (column: string) => `"'><xss-${column}><img src=x onerror=alert(1)>&lt;{{7*7}}\u202e`

async function textColumns() {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
      and c.data_type in ('text', 'character varying', 'jsonb', 'ARRAY')
    order by 1, 2`.execute(site.database)
  return rows.filter(
    ({ table, column }) =>
      column !== 'municipality_code' && !ownValues.has(`${table}.${column}`) && !ownValues.has(`${table}.*`),
  )
}

/** A JSON value in which every text of several words ends in the payload. */
function withPayload(value: unknown, payload: string): unknown {
  if (typeof value === 'string') return /\s/.test(value) ? value + payload : value
  if (Array.isArray(value)) return value.map((one) => withPayload(one, payload))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withPayload(one, payload)]))
}

/** Lets columns change that nobody may change: hostile text must be harmless wherever it stands, also where it was frozen. */
async function thawEverything() {
  const { rows } = await sql<{ table: string }>`select tablename as table from pg_tables
    where schemaname = 'public'`.execute(site.database)
  for (const { table } of rows)
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(site.database)
}

/** Puts the payload into a column; returns how many rows took it. Throws when the database keeps the column free of it. */
async function store(table: string, column: string, type: string): Promise<number> {
  const { database } = site
  const [named, held] = [sql.table(table), sql.ref(column)]
  const payload = payloadFor(`${table}-${column}`)
  if (type === 'jsonb') {
    const { rows } = await sql<{ place: string; value: unknown }>`
      select ctid::text as place, ${held} as value from ${named} where ${held} is not null`.execute(database)
    let taken = 0
    for (const { place, value } of rows)
      // Frozen plans do not change; those still being written do.
      await sql`update ${named} set ${held} = ${JSON.stringify(withPayload(value, payload))}::jsonb
        where ctid = ${place}::tid`
        .execute(database)
        .then(
          () => taken++,
          () => undefined,
        )
    return taken
  }
  const changed =
    await sql`update ${named} set ${held} = ${held} || ${payload} where ${held} is not null`.execute(database)
  if (changed.numAffectedRows) return Number(changed.numAffectedRows)
  // Where nobody has written anything, other columns may forbid it.
  return sql`update ${named} set ${held} = ${payload}`.execute(database).then(
    ({ numAffectedRows }) => Number(numAffectedRows),
    () => 0,
  )
}

beforeAll(async () => {
  site = await createTestSite()
  const { database, clock, newId } = site
  await loadContent(database, { demo: true, now: clock.now, newId, baseUrl: 'http://uskalla.test' })
  await plantTexts(site)
  for (const [name, ways] of Object.entries(openForms) as [
    keyof typeof addresses,
    (typeof openForms)['idea'],
  ][])
    for (const way of ways ?? []) {
      const { parameters, query } = await way(site)
      paths.add(pathTo('fi', name, parameters, query))
    }
  await sql`insert into municipality_details (municipality_code, updated_at) values ('239', now())
    on conflict do nothing`.execute(database)
  await thawEverything()
  for (const { table, column, type } of await textColumns()) {
    const name = `${table}.${column}`
    try {
      ;((await store(table, column, type)) > 0 ? stored : empty).push(name)
    } catch {
      refused.push(name)
    }
  }
}, 300_000)
afterAll(() => site.close())

const visitors = [
  'resident',
  'employee',
  'colleague',
  'leader',
  'ambassador',
  'office',
  'researcher',
] as const
const seen = new Set<string>()
/** Names under which files were served. */
const files = new Set<string>()

/** Opens every page that links lead to, a few of each address, and those where forms are open. */
async function everyPage(browser: TestBrowser): Promise<string[]> {
  const faults: string[] = []
  const times = new Map<string, number>()
  const ahead = [
    '/fi',
    '/fi/omat',
    '/fi/posti',
    '/fi/haku?q=xss',
    '/api/v1/experiments',
    '/api/v1/lessons',
    ...paths,
  ]
  const met = new Set(ahead)
  for (const path of ahead) {
    const answer = await browser.get(path)
    const type = answer.headers.get('content-type') ?? ''
    if (answer.status >= 500) faults.push(`${path}: ${answer.status}`)
    if (answer.headers.get('x-content-type-options') !== 'nosniff') faults.push(`${path}: sniffed`)
    const named = answer.headers.get('content-disposition')
    if (named !== null && !/^(?:attachment|inline); filename="[\w.-]+"$/.test(named))
      faults.push(`${path}: ${named}`)
    if (named !== null) files.add(named)
    if (!type.startsWith('text/html')) {
      if (/^text\/(?!calendar|plain|csv)|xml|svg/.test(type)) faults.push(`${path}: ${type}`)
      if (type.startsWith('text/calendar') && /^(?:"|<xss|<img)/m.test(answer.text))
        faults.push(`${path}: a line`)
      continue
    }
    const raw = /<xss|<img src=x|(?:href|src|action)="\s*(?:javascript|data):/i.exec(answer.text)
    if (raw) faults.push(`${path}: ${answer.text.slice(Math.max(0, raw.index - 80), raw.index + 80)}`)
    if (/<[^<>]*\s(?:on\w+|style)=/.test(answer.text.replaceAll(/"[^"]*"/g, '""')))
      faults.push(`${path}: code in a tag`)
    for (const [, column] of answer.text.matchAll(/&lt;xss-([\w-]+)&gt;/g)) seen.add(column ?? '')
    for (const [, href = ''] of answer.text.matchAll(/<a [^>]*?href="(\/fi[^"]*)"/g)) {
      const next = href.replaceAll('&amp;', '&').split('#')[0] ?? ''
      const kind = next.split('?')[0]?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\/\d+|\d{3}/g, ':') ?? ''
      if (met.has(next) || (times.get(kind) ?? 0) >= 2) continue
      times.set(kind, (times.get(kind) ?? 0) + 1)
      met.add(next)
      ahead.push(next)
    }
  }
  expect(ahead.length).toBeGreaterThan(60)
  return faults
}

describe('abuse-20 abuse-24 abuse-38 hostile text in every text column', () => {
  test('stands in every column that people’s words can reach', () => {
    expect(stored.length).toBeGreaterThan(40)
    expect(empty.filter((column) => !withoutRow.has(column))).toEqual([])
    expect(refused).toEqual([...keptFree])
  })

  test.each([undefined, ...visitors])(
    'is shown to a visitor (%s) as text and nothing else',
    async (who) => {
      expect(await everyPage(await site.browser(who))).toEqual([])
    },
    400_000,
  )

  test('was in fact shown, from every room', () => {
    const shown = [
      'ideas-problem',
      'persons-name',
      'experiments-published',
      'experiments-plan',
      'lessons-worked',
    ]
    const more = ['diary_entries-text', 'mails-subject', 'mails-body', 'appeals-words', 'findings-happened']
    const frozen = [
      'experiments-title',
      'decisions-reasons',
      'experiment_departures-what',
      'experiment_events-what',
    ]
    for (const column of [...shown, ...more, ...frozen]) expect(seen, [...seen].join(' ')).toContain(column)
    expect(files.size).toBeGreaterThan(1)
  })

  test('every page of the site with a form was among those met', () => {
    const forms = Object.values(routes).filter((route) => route.kind === 'form')
    expect(paths.size).toBeGreaterThanOrEqual(forms.length)
  })
})
