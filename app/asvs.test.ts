import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { productFolder } from './platform/folders.ts'
import { budgets, createLimits } from './platform/web/limits.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { createTestSite } from './test-site.ts'

/** One requirement of the OWASP Application Security Verification Standard 5.0, and what shows that it is met. */
interface Requirement {
  requirement: string
  level: string
  shown: string
  metBy: string
  note: string
}

/** docs/asvs.csv. Cells with commas stand in quotes and hold none themselves. */
function listedRequirements(): Requirement[] {
  const [, ...lines] = readFileSync(join(productFolder, 'docs/asvs.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '')
    const [requirement = '', level = '', shown = '', metBy = '', note = '', ...more] = cells
    expect(more, line).toEqual([])
    return { requirement, level, shown, metBy, note }
  })
}

const notByUs = ['operator', 'waits', 'not applicable']
const pathsIn = (text: string) => text.match(/\b(?:app|docs|deploy|stories)\/[\w./-]*\w/g) ?? []

describe('the list of security requirements', () => {
  test('names each once, in order, with its level and what is shown', () => {
    const listed = listedRequirements()
    expect(listed.length).toBeGreaterThan(50)
    const numbers = listed.map(({ requirement }) => requirement)
    const order = new Intl.Collator('en', { numeric: true }).compare
    expect(numbers).toEqual([...new Set(numbers)].toSorted(order))
    for (const { requirement, level, shown } of listed) {
      expect(requirement).toMatch(/^V\d+\.\d+\.\d+$/)
      expect(level, requirement).toMatch(/^[123]$/)
      expect(shown, requirement).not.toBe('')
    }
  })

  test('says of each what meets it, or why nothing of ours does', () => {
    for (const { requirement, metBy, note } of listedRequirements())
      if (notByUs.includes(metBy)) expect(note, requirement).not.toBe('')
      else expect(pathsIn(metBy).join(' '), requirement).toBe(metBy)
  })

  test('names files that are there', () => {
    const named = listedRequirements().flatMap(({ metBy, note }) => [...pathsIn(metBy), ...pathsIn(note)])
    expect(named.filter((path) => !existsSync(join(productFolder, path)))).toEqual([])
  })
})

describe('what is refused or let in leaves a line', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  let counted = createLimits()
  beforeAll(async () => {
    site = await createTestSite({ limits: { take: (charges, now) => counted.take(charges, now) } })
  })
  afterAll(() => site.close())
  beforeEach(() => {
    counted = createLimits()
    site.lines.length = 0
  })

  const refusals = () => site.lines.filter(({ event }) => event === 'refused').map(({ reason }) => reason)

  test('V16.3.2: a page and a form that somebody may not have', async () => {
    const resident = await site.browser('resident')
    expect((await resident.get('/fi/kokeilut/uusi')).status).toBe(403)
    expect((await resident.post('/fi/kokeilut/uusi', { title: 'Kokeilu' })).status).toBe(403)
    expect(refusals()).toEqual(['not-allowed', 'not-allowed'])
    expect(JSON.stringify(site.lines)).not.toContain(people.resident.id)
  })

  test('V16.3.3: a form that was forged, holds what it does not ask for, or comes too often', async () => {
    const kaisa = await site.browser('employee')
    const path = '/fi/ideat/kerro'
    await kaisa.post(path, { problem: 'a', _token: 'forged' })
    await kaisa.post(path, { problem: 'a', role: 'office' })
    counted = createLimits({ ...budgets, 'form by network': { burst: 0, perMinute: 1 } })
    await kaisa.post(path, { problem: 'a' })
    expect(new Set(refusals()).size).toBe(3)
    expect(refusals()).toContain('too-many')
  })

  test('V16.3.1: signing in, with the way that was taken', async () => {
    const nobody = await site.browser()
    await nobody.fillIn('/fi/kokeile-roolissa', { person: people.leader.id })
    const lines = await site.database
      .selectFrom('log_entries')
      .select('person_id')
      .where('action', '=', 'person.signed-in-by-trial')
      .execute()
    expect(lines).toEqual([{ person_id: people.leader.id }])
  })
})
