import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainStart, hashOfLine, type LogLine } from '../platform/log/line.ts'
import { writtenLine } from './export-lines.ts'
import {
  findBrokenPublication,
  hashOfPublication,
  headsText,
  type Publication,
  readHeads,
} from './publication.ts'
import { faultInWords, readLine, verifyLines } from './verify-lines.ts'

/** A chain as the log writes it; every second line tells for whom somebody acted. */
function chainOf(chain: string, length: number): LogLine[] {
  const lines: LogLine[] = []
  for (let position = 1; position <= length; position++) {
    const line = {
      chain,
      position,
      at: `2026-03-${String(position).padStart(2, '0')}T08:00:00.000Z`,
      person_id: '01900000-0000-7000-8000-000000000001',
      ...(position % 2 === 0 ? { acting_for: chain } : {}),
      request_id: `r${position}`,
      action: 'idea.told',
      record_kind: 'idea',
      record_id: `i${position}`,
      before_fingerprint: null,
      after_fingerprint: 'a'.repeat(64),
      previous_hash: lines.at(-1)?.hash ?? chainStart,
    }
    lines.push({ ...line, hash: hashOfLine(line) })
  }
  return lines
}

const headOf = (lines: readonly LogLine[], position = lines.length) => {
  const line = lines[position - 1]
  if (!line) throw new Error('no such line')
  return { chain: line.chain, position, hash: line.hash }
}

function published(...days: Publication['heads'][]): Publication[] {
  const publications: Publication[] = []
  for (const [index, heads] of days.entries()) {
    const unsealed = {
      number: index + 1,
      day: `2026-03-${10 + index}`,
      until: `2026-03-${11 + index}T22:00:00.000Z`,
      heads,
      previous_hash: publications.at(-1)?.hash ?? chainStart,
    }
    publications.push({ ...unsealed, hash: hashOfPublication(unsealed) })
  }
  return publications
}

const keitele = chainOf('239', 6)
const haapavesi = chainOf('071', 3)
const written = (lines: readonly LogLine[]) => lines.map(writtenLine)
const dump = written([...haapavesi, ...keitele])
const publications = published(
  [headOf(haapavesi, 2), headOf(keitele, 4)],
  [headOf(haapavesi), headOf(keitele)],
)

const first = async (lines: readonly string[], heads: readonly Publication[] = publications) =>
  (await verifyLines(lines, { publications: heads })).faults[0]

describe('a dump of the log', () => {
  test('holds, with and without published heads', async () => {
    expect(await verifyLines(dump)).toEqual({ lines: 9, chains: 2, faults: [] })
    expect((await verifyLines(dump, { publications })).faults).toEqual([])
  })

  test('gives away every single changed bit', async () => {
    const bytes = Buffer.from(`${dump.join('\n')}\n`)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (place, bit) => {
          const changed = Buffer.from(bytes)
          changed[place] = (changed[place] ?? 0) ^ (1 << bit)
          const found = await verifyLines(changed.toString('utf8').split('\n'), { publications })
          expect(found.faults.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 1_000, seed: 20260310 },
    )
  })

  test('gives away a line that was removed anywhere, at the end too', async () => {
    for (const place of dump.keys()) expect(await first(dump.toSpliced(place, 1))).toBeDefined()
    expect(await first(dump.toSpliced(5, 1))).toEqual({ why: 'gap', chain: '239', position: 4, fileLine: 6 })
  })

  test('gives away a shortened chain only by the heads that were published', async () => {
    const shortened = dump.slice(0, -2)
    expect((await verifyLines(shortened)).faults).toEqual([])
    expect(await first(shortened)).toEqual({ why: 'shortened', chain: '239', position: 5, fileLine: null })
  })

  test('gives away a chain that is gone altogether', async () => {
    expect(await first(written(haapavesi))).toMatchObject({ why: 'shortened', chain: '239', position: 1 })
    const one = await verifyLines(written(haapavesi), { publications, onlyChain: '071' })
    expect(one.faults).toEqual([])
  })

  test('gives away lines that changed places', async () => {
    for (let place = 0; place < dump.length - 1; place++) {
      const swapped = [...dump]
      swapped[place] = dump[place + 1] ?? ''
      swapped[place + 1] = dump[place] ?? ''
      // Where the two are of different chains each chain still has its order.
      if (place === haapavesi.length - 1) expect(await first(swapped)).toBeUndefined()
      else expect(await first(swapped)).toMatchObject({ why: 'gap' })
    }
  })

  test('gives away a line that was added, with a hash made to fit', async () => {
    const [one] = keitele
    if (!one) throw new Error('no line')
    const { hash, ...unsealed } = one
    const forged = { ...unsealed, position: 2, previous_hash: hash, record_id: 'forged' }
    const inserted = { ...forged, hash: hashOfLine(forged) }
    const later = keitele.slice(1).map((line) => ({ ...line, position: line.position + 1 }))
    expect(await first(written([one, inserted, ...later]), [])).toMatchObject({
      why: 'predecessor',
      position: 3,
    })
    expect(await first(written([one, one, ...keitele.slice(1)]), [])).toMatchObject({
      why: 'gap',
      position: 1,
    })
  })

  test('gives away a history rewritten from some line on, hashes and all, against the kept heads', async () => {
    const rewritten: LogLine[] = []
    for (const line of keitele) {
      const changed = {
        ...line,
        action: line.position === 3 ? 'idea.praised' : line.action,
        previous_hash: rewritten.at(-1)?.hash ?? chainStart,
      }
      const { hash: _, ...unsealed } = changed
      rewritten.push({ ...changed, hash: hashOfLine(unsealed) })
    }
    expect((await verifyLines(written(rewritten))).faults).toEqual([])
    expect(await first(written([...haapavesi, ...rewritten]))).toMatchObject({ why: 'head', position: 4 })
  })

  test('gives away somebody for whom it was done being added or left out', async () => {
    const [one, two] = keitele
    if (!one || !two) throw new Error('no line')
    const { acting_for: _, ...without } = two
    expect(await first(written([one, without]), [])).toMatchObject({ why: 'content', position: 2 })
    expect(await first(written([{ ...one, acting_for: '071' }]), [])).toMatchObject({ why: 'content' })
  })

  test('names what is no line of a log and says it in words', async () => {
    for (const text of ['{', 'null', '[]', '{"chain":"239"}', 'á'])
      expect(await first([text], [])).toEqual({ why: 'unreadable', chain: null, position: null, fileLine: 1 })
    expect(readLine(dump[0] ?? '')).toEqual(haapavesi[0])
    const fault = await first(dump.toSpliced(5, 1))
    expect(fault && faultInWords(fault)).toBe(
      'Chain 239 breaks at line 4 (line 6 of the file): a line before it is missing, was added or is out of order.',
    )
  })
})

describe('the published heads', () => {
  test('are read back as they were written', () => {
    expect(readHeads(headsText(publications))).toEqual(publications)
    for (const text of ['', '{}', '[]', '{"format":"uskalla-heads-1"}'])
      expect(readHeads(text)).toBeUndefined()
  })

  test('hold each other: a changed head, a changed day and a replaced publication are found', () => {
    expect(findBrokenPublication(publications)).toBeUndefined()
    expect(findBrokenPublication(publications.slice(1))).toBeUndefined()
    const [one, two] = publications
    if (!one || !two) throw new Error('no publication')
    expect(findBrokenPublication([{ ...one, heads: [] }, two])).toBe(1)
    expect(findBrokenPublication([{ ...one, day: '2026-03-09' }, two])).toBe(1)
    const forged = { ...one, heads: [headOf(haapavesi, 1)] }
    expect(findBrokenPublication([{ ...forged, hash: hashOfPublication(forged) }, two])).toBe(2)
  })
})
