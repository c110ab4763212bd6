import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  allMunicipalities,
  allRegions,
  codeToday,
  mergersInto,
  municipalityByCode,
  regionOf,
  wellbeingAreaOf,
} from './index.ts'

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe('the register of municipalities', () => {
  test('holds the 308 municipalities of 2026 with a code each, in 19 regions and 23 areas for health and social services', () => {
    const codes = allMunicipalities().map((one) => one.code)
    expect(new Set(codes).size).toBe(308)
    expect(allRegions()).toHaveLength(19)
    expect(new Set(codes.map((code) => regionOf(code).code)).size).toBe(19)
    expect(new Set(codes.map((code) => wellbeingAreaOf(code).code)).size).toBe(23)
  })

  test('adds up to the published populations', () => {
    expect(sum(allMunicipalities().map((one) => one.population.endOf2023))).toBe(5_602_274)
    expect(sum(allMunicipalities().map((one) => one.population.january2025Preliminary))).toBe(5_638_675)
  })

  test('counts groupings and languages as the classification does', () => {
    const count = (of: 'grouping' | 'languages', value: string) =>
      allMunicipalities().filter((one) => one[of] === value).length
    expect(['urban', 'semi-urban', 'rural'].map((value) => count('grouping', value))).toEqual([56, 67, 185])
    expect(['fi', 'sv', 'fi-sv', 'sv-fi'].map((value) => count('languages', value))).toEqual([
      259, 16, 18, 15,
    ])
  })

  test('keeps what is not known as null, never as zero', () => {
    expect(municipalityByCode('507')?.keyFigures.populationChangePercent).toBeNull()
    expect(
      ['035', '295', '438'].map((code) => municipalityByCode(code)?.keyFigures.unemployedSharePercent),
    ).toEqual([null, null, null])
    const withoutLoans = allMunicipalities().filter(
      (one) => one.keyFigures.libraryLoansPerPerson2022 === null,
    )
    expect(withoutLoans.map((one) => one.regionCode)).toEqual(Array.from({ length: 16 }, () => '21'))
  })

  test('follows mergers to the municipality of today and does not know what never was', () => {
    expect(codeToday('588')).toBe('507')
    expect(codeToday('911')).toBe('541')
    expect(codeToday('239')).toBe('239')
    expect(codeToday('999')).toBeUndefined()
    expect(municipalityByCode('588')).toBeUndefined()
    expect(mergersInto('214')).toEqual([
      { oldCode: '099', oldName: 'Honkajoki', code: '214', date: '2021-01-01' },
    ])
  })

  test('puts å, ä and ö last, each language by its own names', () => {
    const names = allMunicipalities('fi').map((one) => one.name.fi)
    expect(names[0]).toBe('Akaa')
    expect(names.at(-1)).toBe('Äänekoski')
    expect(
      allMunicipalities('sv')
        .map((one) => one.name.sv)
        .at(-1),
    ).toBe('Övertorneå')
  })

  const source = new URL('../../../shared/data/municipalities/kunnat_2026_full.csv', import.meta.url)
  test.runIf(existsSync(source))('says the same names, codes and populations as the source file', () => {
    const [, ...lines] = readFileSync(source, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(308)
    for (const line of lines) {
      const cells = line.split(',')
      const municipality = municipalityByCode(cells[0] ?? '')
      expect([municipality?.name.fi, municipality?.regionCode]).toEqual([cells[1], cells[4]])
      expect(municipality?.population).toEqual({
        endOf2023: Number(cells.at(-4)),
        january2025Preliminary: Number(cells.at(-3)),
      })
    }
  })
  if (!existsSync(source))
    console.info('1 test left out: the source file of the register is not beside the repository')
})
