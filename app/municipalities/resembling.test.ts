import { describe, expect, test } from 'vitest'
import { allMunicipalities, likenessFigures, resembling } from './index.ts'

describe('which municipality resembles which', () => {
  test('finds small places for a small one and big cities for a big one', () => {
    const peopleOf = (code: string) =>
      resembling(code).map((one) => one.municipality.population.january2025Preliminary)
    expect(Math.max(...peopleOf('239'))).toBeLessThan(8_000)
    expect(Math.min(...peopleOf('837'))).toBeGreaterThan(50_000)
  })

  test('is mutual and never finds the municipality itself', () => {
    const near = resembling('239', 307)
    expect(near).toHaveLength(307)
    expect(near.map((one) => one.municipality.code)).not.toContain('239')
    const back = resembling(near[0]?.municipality.code ?? '', 307).find(
      (one) => one.municipality.code === '239',
    )
    expect(back?.distance).toBeCloseTo(near[0]?.distance ?? Number.NaN, 12)
  })

  test('names the figures it used and leaves out what is not known', () => {
    const [nearest] = resembling('035')
    expect(nearest?.unknown).toEqual(['unemployedSharePercent', 'libraryLoansPerPerson2022'])
    expect(nearest?.figures).toHaveLength(likenessFigures.length - 2)
    for (const { code } of allMunicipalities())
      for (const { figures, unknown, distance } of resembling(code)) {
        expect([...figures, ...unknown].toSorted()).toEqual(likenessFigures.toSorted())
        expect(Number.isFinite(distance)).toBe(true)
      }
  })

  test('an unknown code resembles nobody', () => {
    expect(resembling('999')).toEqual([])
  })
})
