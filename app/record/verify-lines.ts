import { fieldsOfJson } from '../platform/log/canonical.ts'
import { followChain, type LogLine, type Misfit } from '../platform/log/line.ts'
import type { Head, Publication } from './publication.ts'

/**
 * What is wrong with a chain: a line is missing or out of order (`gap`), points elsewhere (`predecessor`), was changed
 * (`content`); cannot be read; is not the line whose hash was made public (`head`); or the chain ends before the line
 * that was made public (`shortened`).
 */
export interface Fault {
  why: Misfit | 'unreadable' | 'head' | 'shortened'
  /** Null where the line cannot be read. */
  chain: string | null
  /** Position in the chain; null where the line cannot be read. */
  position: number | null
  /** Line of the file, from 1; null where the line is missing at the end. */
  fileLine: number | null
}

/** What a check of lines found: how much there was, and the first fault of each chain. */
export interface Verification {
  lines: number
  chains: number
  faults: Fault[]
}

const texts = [
  'chain',
  'at',
  'request_id',
  'action',
  'record_kind',
  'record_id',
  'previous_hash',
  'hash',
] as const

const textsOrNull = ['person_id', 'before_fingerprint', 'after_fingerprint'] as const

type Fields = NonNullable<ReturnType<typeof fieldsOfJson>>

function isLine(fields: Fields): fields is Fields & LogLine {
  return (
    texts.every((name) => typeof fields[name] === 'string') &&
    textsOrNull.every((name) => fields[name] === null || typeof fields[name] === 'string') &&
    ['string', 'undefined'].includes(typeof (fields.acting_for ?? undefined)) &&
    Number.isInteger(fields.position)
  )
}

/** A line of a dump, undefined when it is none. What else stands in it counts in its hash. */
export function readLine(text: string): LogLine | undefined {
  const fields = fieldsOfJson(text)
  return fields && isLine(fields) ? fields : undefined
}

function headsByChain(publications: readonly Publication[]): Map<string, Map<number, Head>> {
  const heads = new Map<string, Map<number, Head>>()
  for (const { heads: published } of publications)
    for (const head of published) {
      const ofChain = heads.get(head.chain) ?? new Map<number, Head>()
      heads.set(head.chain, ofChain.set(head.position, head))
    }
  return heads
}

interface Following {
  misfit: (line: LogLine) => Misfit | undefined
  last: number
  broken: boolean
}

/**
 * Follows every chain of a dump, one written line after the other, against the heads that were made public if there
 * are any. `onlyChain` tells that the dump is of one chain, so that the others are not missed.
 */
export async function verifyLines(
  written: AsyncIterable<string> | Iterable<string>,
  {
    publications = [],
    onlyChain,
  }: { publications?: readonly Publication[]; onlyChain?: string | undefined } = {},
): Promise<Verification> {
  const heads = headsByChain(publications)
  const chains = new Map<string, Following>()
  const faults: Fault[] = []
  let fileLine = 0
  let lines = 0
  let unreadable = false
  for await (const text of written) {
    fileLine++
    if (text === '') continue
    lines++
    const line = readLine(text)
    if (!line) {
      if (!unreadable) faults.push({ why: 'unreadable', chain: null, position: null, fileLine })
      unreadable = true
      continue
    }
    const { chain, position } = line
    const following = chains.get(chain) ?? { misfit: followChain(), last: 0, broken: false }
    chains.set(chain, following)
    if (following.broken) continue
    const head = heads.get(chain)?.get(position)
    const why = following.misfit(line) ?? (head && head.hash !== line.hash ? 'head' : undefined)
    following.last = position
    if (!why) continue
    following.broken = true
    faults.push({ why, chain, position, fileLine })
  }
  for (const [chain, published] of heads) {
    if (onlyChain !== undefined && chain !== onlyChain) continue
    const following = chains.get(chain)
    const last = following?.last ?? 0
    if (!following?.broken && Math.max(...published.keys()) > last)
      faults.push({ why: 'shortened', chain, position: last + 1, fileLine: null })
  }
  return { lines, chains: chains.size, faults }
}

const reasons: Record<Fault['why'], string> = {
  gap: 'a line before it is missing, was added or is out of order',
  predecessor: 'it does not point to the line before it',
  content: 'its content was changed after it was written',
  unreadable: 'it is not a line of the log',
  head: 'it is not the line whose hash was made public',
  shortened: 'it was made public and is missing at the end',
}

/** A fault in words for the operator. */
export function faultInWords({ why, chain, position, fileLine }: Fault): string {
  const where = fileLine === null ? '' : ` (line ${fileLine} of the file)`
  return chain === null
    ? `Line ${fileLine} of the file: ${reasons[why]}.`
    : `Chain ${chain} breaks at line ${position}${where}: ${reasons[why]}.`
}
