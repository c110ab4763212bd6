import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite } from '../../test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const linksIn = (html: string) => [...html.matchAll(/href="\/fi\/kunnat\/(\d{3})"/g)].map((link) => link[1])

describe('the list of municipalities', () => {
  test('leads to all 308, by region or by first letter', async () => {
    const visitor = await site.browser()
    const byRegion = await visitor.get('/fi/kunnat')
    expect(byRegion.status).toBe(200)
    expect(new Set(linksIn(byRegion.text)).size).toBe(308)
    expect(byRegion.text.match(/<section[^>]*id="region-/g)).toHaveLength(19)
    const byName = await visitor.get('/fi/kunnat?order=name')
    expect(new Set(linksIn(byName.text)).size).toBe(308)
    expect(byName.text).toMatch(/<h2>Ä<\/h2>/)
  })

  test('finds a municipality by any of its names, with or without dots', async () => {
    const visitor = await site.browser()
    expect(linksIn((await visitor.get('/fi/kunnat?name=aboland')).text)).toEqual([])
    expect(linksIn((await visitor.get('/fi/kunnat?name=tammerfors')).text)).toEqual(['837'])
    expect(linksIn((await visitor.get('/fi/kunnat?name=%C3%85bo')).text)).toEqual(['564', '853'])
    expect(linksIn((await visitor.get('/fi/kunnat?name=aanekos')).text)).toEqual(['992'])
    expect(linksIn((await visitor.get('/fi/kunnat?name=ii&region=17')).text)).toContain('139')
  })

  test('says what to do when nothing fits, and shows a typed name as text', async () => {
    const visitor = await site.browser()
    const answer = await visitor.get('/sv/kommuner?name=%3Cscript%3E')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Ingen kommun har det namnet.')
    expect(answer.text).not.toContain('value="<script>')
    expect(answer.text).toContain('&lt;script&gt;')
  })
})
