import { fingerprint } from './canonical.ts'

/** A line of the log as it is written out: plain JSON, moments as ISO text. */
export interface LogLine {
  chain: string
  /** Counts from 1 within the chain. */
  position: number
  at: string
  person_id: string | null
  /** Code of the municipality the person acted for, or id of another organisation. Left out where they acted for themselves. */
  acting_for?: string | null
  request_id: string
  action: string
  record_kind: string
  record_id: string
  before_fingerprint: string | null
  after_fingerprint: string | null
  previous_hash: string
  hash: string
}

/** The hash that the first line of a chain points to. */
export const chainStart = '0'.repeat(64)

/** A line without its hash, its moment as text or as the database gives it. */
export type UnsealedLine = Omit<LogLine, 'at' | 'hash'> & { at: string | Date }

/**
 * The hash of a line: SHA-256 over its canonical form, which holds the hash of the line before. For whom somebody acted
 * counts only where it is told, so that lines from before it was written keep their hashes.
 */
export function hashOfLine(line: UnsealedLine): string {
  return fingerprint({
    ...line,
    acting_for: line.acting_for ?? undefined,
    position: Number(line.position),
    at: typeof line.at === 'string' ? line.at : line.at.toISOString(),
  })
}

/** Why a line does not fit: one is missing before it, it points to another predecessor, or it was changed itself. */
export type Misfit = 'gap' | 'predecessor' | 'content'

/** Follows one chain from its first line on. Tells of each line whether it fits; the first that does not ends it. */
export function followChain(): (line: LogLine) => Misfit | undefined {
  let position = 0
  let previous = chainStart
  return ({ hash, ...line }) => {
    position++
    if (line.position !== position) return 'gap'
    if (line.previous_hash !== previous) return 'predecessor'
    if (hashOfLine(line) !== hash) return 'content'
    previous = hash
    return undefined
  }
}
