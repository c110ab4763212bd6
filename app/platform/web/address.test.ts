import { beforeAll, describe, expect, test } from 'vitest'
import { type AddressName, pathTo, registerAddresses } from './address.ts'

beforeAll(() =>
  registerAddresses({
    front: { fi: '/', sv: '/', en: '/' },
    lesson: { fi: '/opit/:id', sv: '/lardomar/:id', en: '/lessons/:id' },
  }),
)

describe('paths', () => {
  test('are written in the words of each language', () => {
    expect((['fi', 'sv', 'en'] as const).map((lang) => pathTo(lang, 'lesson', { id: 'a' }))).toEqual([
      '/fi/opit/a',
      '/sv/lardomar/a',
      '/en/lessons/a',
    ])
    expect(pathTo('sv', 'front')).toBe('/sv')
  })

  test('cannot be led astray by what stands in their parts', () => {
    expect(pathTo('fi', 'lesson', { id: '../?a=b#c' })).toBe('/fi/opit/..%2F%3Fa%3Db%23c')
  })

  test('carry what is asked, and leave out what is not', () => {
    expect(pathTo('fi', 'front', {}, { theme: 'food & more', page: 2, year: undefined, text: '' })).toBe(
      '/fi?theme=food+%26+more&page=2',
    )
  })

  test('need every part, and a known name', () => {
    expect(() => pathTo('fi', 'lesson')).toThrow('address lesson needs id')
    expect(() => pathTo('fi', 'nowhere' as AddressName)).toThrow('no address is called nowhere')
  })

  test('vary alike in all languages, or are not taken', () => {
    expect(() => registerAddresses({ idea: { fi: '/ideat/:id', sv: '/ideer', en: '/ideas/:id' } })).toThrow(
      'address idea varies differently in its languages',
    )
  })
})
