import { describe, expect, test } from 'vitest'
import { safeNextPath } from './next-path.ts'

describe('where to go after signing in', () => {
  test.each(['/fi', '/sv/forsok/1', '/en/lessons', '/fi/kokeilut/%C3%A4'])('%s is a path of ours', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    '/',
    '//muualla.invalid',
    '/fi//muualla.invalid',
    'https://muualla.invalid',
    '/\\muualla.invalid',
    '/fi\\muualla',
    '/fi/a?b',
    '/fi/\n',
    '/de/a',
    'javascript:alert(1)',
    '/fi@muualla.invalid',
  ])('%j is not', (path) => {
    expect(safeNextPath(path)).toBeNull()
  })
})
