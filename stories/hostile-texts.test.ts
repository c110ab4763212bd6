import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase, type Database } from '../app/platform/database/database.ts'
import { startPostgres } from '../app/platform/database/start-postgres.ts'
import { withoutBrowser } from './chromium.ts'
import { tellsAnIdea } from './idea-to-trial.ts'
import { arrives, openTrial, type Role, type Trial, ways } from './trial.ts'

const elsewhere = 'https://muualla.invalid'

/** What would run a script, fetch something from elsewhere or break out of where it stands, if a page let it. */
const payload = [
  `"'></textarea></title><xss-mark>`,
  `<script>alert(1)</script>`,
  `<script src="${elsewhere}/x.js"></script>`,
  `<img src="${elsewhere}/x.png" onerror="alert(2)">`,
  `<svg onload="alert(3)"><a href="javascript:alert(4)">`,
  `<iframe srcdoc="<script>alert(5)</script>"></iframe>`,
  `<style>@import "${elsewhere}/x.css"</style>`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}"><base href="${elsewhere}">`,
  `javascript:alert(6) data:text/html,<script>alert(7)</script> {{7*7}} \${7*7}`,
].join(' ')

/** Where people’s own words stand: titles, diaries, names, what a municipality says of itself, letters. */
const columns = {
  persons: ['name'],
  ideas: ['problem', 'trial', 'for_whom', 'answer'],
  experiments: ['title'],
  diary_entries: ['text'],
  experiment_departures: ['what', 'why'],
  findings: ['happened'],
  lessons: ['worked', 'did_not_work', 'surprised', 'conditions', 'inspired', 'would_do_otherwise'],
  decisions: ['reasons', 'would_change'],
  observations: ['note'],
  effort_entries: ['what'],
  municipality_details: ['words_fi', 'contact_name', 'contact_phone'],
  organisations: ['name_fi'],
  mails: ['subject', 'body'],
  search_documents: ['title'],
} as const

/** Puts the payload behind the words of every row; where words may not change or are limited, the row stays as it was. */
async function plant(database: Database): Promise<string[]> {
  const planted: string[] = []
  await sql`insert into municipality_details (municipality_code, words_fi, contact_name, contact_phone, updated_at)
    values ('239', 'Meillä', 'Nimi', 'Puhelin', now()) on conflict do nothing`.execute(database)
  for (const [table, names] of Object.entries(columns))
    for (const name of names) {
      const changed =
        await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sql.ref(name)} || ${` ${payload}`}
        where ${sql.ref(name)} is not null`
          .execute(database)
          .catch(() => undefined)
      if (changed?.numAffectedRows) planted.push(`${table}.${name}`)
    }
  return planted
}

/** Everything that must not happen on a page, as it happens. */
function watch(page: Page, url: string): string[] {
  const happened: string[] = []
  const note = (what: string) => happened.push(`${new URL(page.url()).pathname}: ${what}`)
  page.on('dialog', (dialog) => {
    // The browser’s own question about text that is not saved yet is the only one that may come.
    if (dialog.type() === 'beforeunload') return void dialog.accept()
    note(`a dialog says ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) note(`asks for ${request.url()}`)
  })
  page.on('pageerror', (error) => note(String(error)))
  page.on('popup', () => note('opens a window'))
  page.on('console', (message) => {
    // What the policy stops would have run without it: that is one barrier less.
    if (/Content Security Policy|Refused to/i.test(message.text())) note(message.text())
  })
  return happened
}

/** How many pages each of the readers opens at most. */
const mostPages = 24

const kindOf = (path: string) => path.split('?')[0]?.replaceAll(/[0-9a-f-]{36}|\d+/g, ':') ?? ''

describe.skipIf(withoutBrowser)('hostile texts in a real browser', () => {
  let trial: Trial
  let planted: string[]

  beforeAll(async () => {
    trial = await openTrial()
    await tellsAnIdea(await arrives(trial, ways.desktop, 'employee'))
    const postgres = await startPostgres({ folder: join(trial.dataFolder, 'postgres') })
    const database = openDatabase(postgres.url, { role: 'owner', maximumConnections: 1 })
    planted = await plant(database)
    await closeDatabase(database)
    postgres.leave()
  })
  afterAll(() => trial?.close())

  test('stand where people read them', () => {
    for (const column of [
      'persons.name',
      'ideas.trial',
      'diary_entries.text',
      'municipality_details.words_fi',
    ])
      expect(planted).toContain(column)
  })

  test.each([undefined, 'employee', 'leader', 'office', 'administrator'] as (Role | undefined)[])(
    'abuse-20, abuse-24: run nothing, ask for nothing from elsewhere and change no page for %s',
    async (role) => {
      // Whoever arrives chooses a role by their name, which begins as before.
      const { page } = await arrives(trial, ways.desktop, role)
      const happened = watch(page, trial.url)
      const ahead = [
        '/fi',
        '/fi/omat',
        '/fi/ideat',
        '/fi/kokeilut',
        '/fi/opit',
        '/fi/kunnat/239',
        '/fi/haku?q=keitto',
      ]
      const met = new Set(ahead)
      const times = new Map<string, number>()
      let shown = 0
      for (const path of ahead) {
        await page.goto(trial.url + path, { waitUntil: 'load' }).catch((error: unknown) => {
          // Files are fetched, not shown.
          if (!/Download is starting|ERR_ABORTED/.test(String(error))) throw error
        })
        const found = await page.evaluate(() => ({
          elements: document.querySelectorAll(
            'xss-mark, iframe, base, script:not([src]), style, svg[onload], [onerror], meta[http-equiv="refresh"][content*="muualla"]',
          ).length,
          links: [...document.links].map((link) => link.getAttribute('href') ?? ''),
          shows: document.body?.textContent?.includes('<xss-mark>') ?? false,
        }))
        if (found.elements > 0) happened.push(`${path}: ${found.elements} elements of the text`)
        if (found.links.some((link) => /^\s*(javascript|data):/i.test(link)))
          happened.push(`${path}: a link runs`)
        if (found.shows) shown++
        for (const link of found.links) {
          const often = times.get(kindOf(link)) ?? 0
          if (!link.startsWith('/fi') || met.has(link) || often >= 2 || ahead.length >= mostPages) continue
          times.set(kindOf(link), often + 1)
          met.add(link)
          ahead.push(link)
        }
      }
      expect(happened).toEqual([])
      expect(ahead.length).toBeGreaterThan(20)
      expect(shown).toBeGreaterThan(5)
    },
  )
})
