import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { colours, contrastRatio, contrasts, tokensCss } from './tokens.ts'

describe('the colours of the look', () => {
  test.each(contrasts)('%s on %s reaches %d in light and dark', (text, ground, atLeast) => {
    expect(contrastRatio(colours[text][0], colours[ground][0])).toBeGreaterThanOrEqual(atLeast)
    expect(contrastRatio(colours[text][1], colours[ground][1])).toBeGreaterThanOrEqual(atLeast)
  })

  test('contrast is counted as WCAG does: black on white is 21, a colour on itself 1', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(contrastRatio('#14523F', '#14523F')).toBe(1)
    expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
  })

  test('the style sheet of tokens is what tokens.ts writes', () => {
    expect(readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8')).toBe(tokensCss())
  })
})
