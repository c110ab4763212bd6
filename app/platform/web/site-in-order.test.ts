import { describe, expect, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { page, type ReadPage } from './page.ts'
import { anyone, type Policy } from './policy.ts'
import { createSite, type SiteParts } from './site.ts'

const read: ReadPage<object> = { load: async () => ({}), view: () => ({ title: 'Etusivu', body: 'Etusivu' }) }
const address = { fi: '/oma', sv: '/egen', en: '/own' }

/** A site of one page; nothing connects to its database. */
const start = (parts: Pick<SiteParts, 'addresses' | 'routes'>) =>
  createSite({
    ...parts,
    frame: ({ screen }) => screen.body,
    identify: async () => undefined,
    sessionCookie: 'session',
    database: openDatabase('postgres://nowhere.invalid/none'),
    baseUrl: 'http://uskalla.test',
    demo: false,
    now: () => new Date('2026-03-10T08:00:00Z'),
    newId: () => '01900000-0000-7000-8000-0000000000aa',
    log: () => undefined,
  })

describe('start-up', () => {
  test('goes well when every page has an address and a policy', async () => {
    const site = start({ addresses: { own: address }, routes: { own: page(read, anyone) } })
    expect((await site.request('/sv/egen')).status).toBe(200)
  })

  test('leads an address without a language to the visitor’s own', async () => {
    const site = start({ addresses: { own: address }, routes: { own: page(read, anyone) } })
    const answer = await site.request('/oma', { headers: { 'accept-language': 'sv' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sv/egen'])
    expect((await site.request('/muu')).status).toBe(404)
  })

  test('abuse-13: stops at a page without a policy, naming it', () => {
    const unguarded = page(read, undefined as never as Policy)
    expect(() => start({ addresses: { own: address }, routes: { own: unguarded } })).toThrow(
      'the route own has no policy',
    )
  })

  test('stops at a page without an address', () => {
    expect(() => start({ addresses: {}, routes: { own: page(read, anyone) } })).toThrow(
      'the route own has no address',
    )
  })

  test('stops at an address without a page', () => {
    expect(() => start({ addresses: { own: address }, routes: {} })).toThrow('the address own has no page')
  })

  test('stops at an address that varies differently in its languages', () => {
    const crooked = { fi: '/oma/:id', sv: '/egen/:kod', en: '/own/:id' }
    expect(() => start({ addresses: { own: crooked }, routes: { own: page(read, anyone) } })).toThrow(
      'address own varies differently in its languages',
    )
  })
})
