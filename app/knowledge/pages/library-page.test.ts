import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../platform/database/acting.ts'
import { createTestSite } from '../../test-site.ts'
import { allSources } from '../sources.ts'
import { loadLibrary } from '../index.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (transaction) => loadLibrary(transaction))
})
afterAll(() => site.close())

describe('the library page', () => {
  test('shows the titles in pages, each a link to where it is told', async () => {
    const visitor = await site.browser()
    const first = await visitor.get('/fi/kirjasto')
    expect(first.text).toContain('111 otsikkoa')
    expect(first.text.match(/class="card"/g)).toHaveLength(30)
    const last = await visitor.get('/fi/kirjasto?page=4')
    expect(last.text.match(/class="card"/g)).toHaveLength(21)
    expect(last.text).toContain('vuosi ei tiedossa')
  })

  test('is narrowed by municipality, year and words, in any language', async () => {
    const visitor = await site.browser()
    const inIitti = await visitor.get('/sv/bibliotek?municipality=142&year=2017')
    expect(inIitti.text).toContain('En rubrik')
    expect(inIitti.text).toContain('<span lang="fi">Kunnan palvelut kirjastoauton kyytiin</span>')
    expect(inIitti.text).toContain('Bokbussen för också andra kommunala tjänster till byarna.')
    const words = await visitor.get('/en/library?text=kirjastoautot')
    expect(words.text).toContain('Kunnan palvelut kirjastoauton kyytiin')
    expect(words.text).not.toContain('Digilukutoukka')
  })

  test('proposes telling an idea when nothing is found, and survives nonsense', async () => {
    const visitor = await site.browser()
    expect((await visitor.get('/fi/kirjasto?municipality=239')).text).toContain('/fi/ideat/kerro')
    expect((await visitor.get('/fi/kirjasto?page=-1&year=x&municipality=%27')).status).toBe(200)
  })
})

test('the sources page names every source in all three languages', async () => {
  const visitor = await site.browser()
  for (const [lang, path] of [
    ['fi', '/fi/lahteet'],
    ['sv', '/sv/kallor'],
    ['en', '/en/sources'],
  ] as const) {
    const { status, text } = await visitor.get(path)
    expect(status).toBe(200)
    for (const source of allSources()) {
      expect(text).toContain(`id="${source.id}"`)
      expect(text).toContain(source.provider[lang])
      if (source.attribution) expect(text).toContain(source.attribution)
    }
  }
})
