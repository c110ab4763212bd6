import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import { actingForInWords, actionInWords, chainInWords, kindInWords, knownActions } from './line-in-words.ts'

const app = join(import.meta.dirname, '..')

/** The text of every file that writes lines of the log. */
const writers = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .filter((text) => /import \{[^}]*\brecord\b[^}]*\} from '[^']*\/log\.ts'/.test(text))

describe('actions of the log', () => {
  test('that are written anywhere have words, so that no line is told in code', () => {
    const named = writers.flatMap((text) =>
      [...text.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, name = '']) => name),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter((name) => !knownActions.some((known) => known === name))).toEqual([])
    const families = writers.flatMap((text) =>
      [...text.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, family = '']) => family),
    )
    expect(families.length).toBeGreaterThan(3)
    expect(families.filter((family) => !knownActions.some((known) => known.startsWith(family)))).toEqual([])
  })

  test('are of records whose kinds have words too', () => {
    const kinds = writers.flatMap((text) =>
      [...text.matchAll(/recordKind: '([a-z-]+)'/g)].map(([, kind = '']) => kind),
    )
    expect(new Set(kinds).size).toBeGreaterThan(10)
    for (const lang of languages)
      expect(
        kinds.filter((kind) => kindInWords(lang, kind) === kind),
        lang,
      ).toEqual([])
  })

  test('are told in every language, each in its own words', () => {
    for (const action of knownActions) {
      const told = languages.map((lang) => actionInWords(lang, action))
      expect(new Set(told).size, action).toBe(3)
      expect(
        told.every((words) => /^\p{Lu}/u.test(words)),
        action,
      ).toBe(true)
    }
    expect(actionInWords('fi', 'constructor')).toBe('constructor')
  })

  test('name chains and those acted for as people know them', () => {
    expect(chainInWords('fi', '239')).toBe('Keitele')
    expect(chainInWords('sv', '000')).toBe(texts.sv.record.wholeCountry)
    expect(actingForInWords('en', '071')).toBe('Haapavesi')
    expect(actingForInWords('fi', undefined)).toBe('itse')
  })
})
