import { describe, expect, test } from 'vitest'
import { openVoikko } from './voikko.ts'
import { createWordForms } from './word-forms.ts'

const voikko = openVoikko()

describe('Finnish word forms from Voikko', () => {
  if (voikko === undefined) console.info('3 tests left out: libvoikko is not installed')

  test.runIf(voikko)('a compound comes apart, with its parts in their base forms', () => {
    expect(voikko?.readings('kotiseutuaineistoille')).toEqual([
      {
        base: 'kotiseutuaineisto',
        parts: [
          { surface: 'koti', base: 'koti' },
          { surface: 'seutu', base: 'seutu' },
          { surface: 'aineistoille', base: 'aineisto' },
        ],
        root: undefined,
      },
    ])
    expect(voikko?.readings('jyväskylässä')[0]?.parts).toEqual([
      { surface: 'jyväskylässä', base: 'jyväskylä' },
    ])
    expect(voikko?.readings('kunnankirjastosta')[0]?.parts[0]).toEqual({ surface: 'kunnan', base: 'kunta' })
  })

  test.runIf(voikko)('a derived word tells what it was made from', () => {
    expect(voikko?.readings('digitointia')[0]).toMatchObject({ base: 'digitointi', root: 'digitoida' })
    expect(voikko?.readings('kirjasto')[0]?.root).toBeUndefined()
  })

  test.runIf(voikko)('neighbouring parts count together, and an unknown word is left to the rules', () => {
    const wordForms = createWordForms(voikko)
    const compound = wordForms.analyse('kyläkoulukokeilua', 'fi')
    expect(compound).toMatchObject({
      lemmas: ['kyläkoulukokeilu'],
      compound: ['kylä', 'koulu', 'kokeilu'],
      known: true,
    })
    expect(compound.parts).toEqual(expect.arrayContaining(['kylä', 'koulu', 'kyläkoulu', 'koulukokeilu']))
    expect(wordForms.analyse('mopomiiteissä', 'fi')).toMatchObject({ known: false, parts: [] })
    expect(wordForms.analyse('mopomiiteissä', 'fi').lemmas).toContain('mopomiitti')
  })
})
