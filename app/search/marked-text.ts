import { tokensOf, type Token } from './words/tokens.ts'

/** A piece of a text; `marked` where it is one of the words that were looked for. */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

function segmentsBetween(text: string, from: number, to: number, marks: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let at = from
  for (const mark of marks) {
    if (mark.start < from || mark.end > to) continue
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), marked: false })
    segments.push({ text: text.slice(mark.start, mark.end), marked: true })
    at = mark.end
  }
  if (at < to) segments.push({ text: text.slice(at, to), marked: false })
  return segments
}

/** The whole text in pieces, with the words whose form is asked for marked. */
export function markedText(text: string, isAsked: (form: string) => boolean): Segment[] {
  const marks = tokensOf(text).filter((token) => isAsked(token.form))
  return segmentsBetween(text, 0, text.length, marks)
}

/**
 * At most about `longest` characters (UTF-16 units) of a text around the first word that is asked for, or from its
 * beginning where there is none; cut between words, with "…" where something is left out.
 */
export function markedExcerpt(text: string, isAsked: (form: string) => boolean, longest = 220): Segment[] {
  const tokens = tokensOf(text)
  const marks = tokens.filter((token) => isAsked(token.form))
  if (text.length <= longest) return segmentsBetween(text, 0, text.length, marks)
  const wished = Math.max(0, (marks[0]?.start ?? 0) - Math.floor(longest / 4))
  const first = wished === 0 ? 0 : (tokens.find((token) => token.start >= wished)?.start ?? 0)
  const last = tokens.findLast((token) => token.end <= first + longest && token.start >= first)
  const to = text.length - first <= longest ? text.length : (last?.end ?? first + longest)
  const segments = segmentsBetween(text, first, to, marks)
  if (first > 0) segments.unshift({ text: '… ', marked: false })
  if (to < text.length) segments.push({ text: ' …', marked: false })
  return segments
}
