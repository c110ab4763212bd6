import { describe, expect, test } from 'vitest'
import { allSources, sourcesDocument } from './sources.ts'

describe('the sources of the content', () => {
  test('name the makers in the words they ask for', () => {
    const attributions = allSources().map((source) => source.attribution)
    expect(attributions).toContain('Tilastokeskus / Statistics Finland, CC BY 4.0')
    expect(attributions).toContain('Suomen yleisten kirjastojen tilastot, OKM, CC BY 4.0')
    expect(attributions).toContain(
      'Maanmittauslaitos / National Land Survey of Finland, Kuntajako 2023, CC BY 4.0',
    )
  })

  test('are named wherever a licence asks for it, and each only once', () => {
    for (const source of allSources())
      if (/^(CC BY|SIL)/.test(source.licence)) expect(source.attribution, source.id).not.toBeNull()
    expect(new Set(allSources().map((source) => source.id)).size).toBe(allSources().length)
  })

  test('stand in the repository as they stand on the page', async () => {
    await expect(sourcesDocument()).toMatchFileSnapshot('../../docs/sources.md')
  })
})
