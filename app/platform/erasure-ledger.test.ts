import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countErasures, erasedAmong, noteErasure } from './erasure-ledger.ts'

let folder: string
const at = new Date('2026-03-10T08:00:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uskalla-ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('an empty ledger forgets nobody', () => {
  expect(erasedAmong(folder, ['a', 'b'])).toEqual([])
})

test('finds those who were written down, and only them', () => {
  noteErasure(folder, 'a', at)
  noteErasure(folder, 'c', at)
  expect(erasedAmong(folder, ['a', 'b', 'c', 'ab'])).toEqual(['a', 'c'])
})

test('a line that a crash cut off is passed over, and the next one is whole', () => {
  noteErasure(folder, 'a', at)
  appendFileSync(join(folder, 'erasures.jsonl'), '{"key":"12ab')
  noteErasure(folder, 'b', at)
  noteErasure(folder, 'c', at)
  expect(erasedAmong(folder, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  expect(countErasures(folder)).toBe(3)
})

test('a ledger without its salt stops whoever reads or writes it', () => {
  noteErasure(folder, 'a', at)
  rmSync(join(folder, 'erasures.salt'))
  expect(() => erasedAmong(folder, ['a'])).toThrow('erasures.salt is missing')
  expect(() => noteErasure(folder, 'b', at)).toThrow('erasures.salt is missing')
})
