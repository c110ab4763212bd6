import { describe, expect, test } from 'vitest'
import { findingsAsMarkdown } from './findings-in-words.examples.ts'

describe('what findings say', () => {
  const written = findingsAsMarkdown()

  test('stands in three languages for people to read, and is read again when it changes', async () => {
    await expect(written).toMatchFileSnapshot('../../docs/methods/findings-in-words.md')
  })

  test('never claims proof, significance or the absence of an effect', () => {
    for (const forbidden of [
      /\bproved?\b|significan|no effect\b/i,
      /todist|merkitsev|ei vaikutusta\b(?! ole)/i,
      /bevis|signifikan|ingen effekt/i,
    ])
      expect(written.replaceAll(/ei olisi vaikutusta|not lack of effect/g, '')).not.toMatch(forbidden)
  })

  test('has no hole in a sentence', () => {
    expect(written).not.toMatch(/undefined|NaN|null|\[object|Infinity|  /)
    expect(written).not.toMatch(/: *$/m)
  })
})
