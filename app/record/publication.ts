import { z } from 'zod'
import { fingerprint } from '../platform/log/canonical.ts'
import { chainStart } from '../platform/log/line.ts'

/** Where a chain ended at a moment: its last line's position and hash. */
export interface Head {
  chain: string
  position: number
  hash: string
}

/** What is made public of the log for a day: the head of every chain, sealed together with the publication before. */
export interface Publication {
  /** Counts from 1. */
  number: number
  /** ISO day in Finland. */
  day: string
  /** The moment up to which the lines are counted, ISO text. */
  until: string
  heads: Head[]
  previous_hash: string
  hash: string
}

/** Names the form of the files, so that a reader from years ahead knows what it has. */
export const headsFormat = 'uskalla-heads-1'

/** What the first publication points to. */
export const firstPrevious = chainStart

/** The hash of a publication: SHA-256 over the canonical form of everything else in it. */
export function hashOfPublication({
  number,
  day,
  until,
  heads,
  previous_hash,
}: Omit<Publication, 'hash'>): string {
  return fingerprint({
    format: headsFormat,
    number,
    day,
    until,
    heads: heads.map(({ chain, position, hash }) => ({ chain, position, hash })),
    previous_hash,
  })
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const publication = z.object({
  number: z.int().positive(),
  day: z.iso.date(),
  until: z.iso.datetime(),
  heads: z.array(z.object({ chain: z.string(), position: z.int().positive(), hash: sha256 })),
  previous_hash: sha256,
  hash: sha256,
})
const file = z.object({ format: z.literal(headsFormat), publications: z.array(publication) })

/** The text of a file of publications, as anyone can download it. */
export function headsText(publications: readonly Publication[]): string {
  return `${JSON.stringify({ format: headsFormat, publications }, null, 1)}\n`
}

/** Reads a file of publications; undefined when it is none. */
export function readHeads(text: string): Publication[] | undefined {
  try {
    return file.parse(JSON.parse(text)).publications
  } catch {
    return undefined
  }
}

/**
 * The number of the first publication that does not fit its own hash or the one before it, undefined when all do.
 * Publications may be missing in between: a single day can be checked too.
 */
export function findBrokenPublication(publications: readonly Publication[]): number | undefined {
  const inOrder = publications.toSorted((a, b) => a.number - b.number)
  return inOrder.find((one, index) => {
    const before = inOrder[index - 1]
    if (hashOfPublication(one) !== one.hash) return true
    if (one.number === 1) return one.previous_hash !== firstPrevious
    return before?.number === one.number - 1 && before.hash !== one.previous_hash
  })?.number
}
