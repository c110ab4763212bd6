/** A piece of a line: words, or an address that may be a link. */
export type Piece = { text: string; href?: string }

/** A part of a text as somebody typed it. Lines and items are made of pieces. */
export type Block = { kind: 'paragraph'; lines: Piece[][] } | { kind: 'list'; items: Piece[][] }

/** The longest address that becomes a link, in characters. */
const longestAddress = 500

/**
 * The whole formatting that people's texts have: an empty line parts paragraphs, a line break stays one, lines that begin with
 * `- ` or `• ` are a list, and web addresses are links. Everything else is text, whatever it looks like.
 */
export function readPlainText(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .flatMap((part) => blocksOf(part.trim().split('\n')))
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const item = /^\s*[-•]\s+(\S.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item !== undefined) {
      if (last?.kind === 'list') last.items.push(piecesOf(item))
      else blocks.push({ kind: 'list', items: [piecesOf(item)] })
    } else if (last?.kind === 'paragraph') last.lines.push(piecesOf(line))
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', lines: [piecesOf(line)] })
  }
  return blocks
}

/** A line as words and links. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of line.matchAll(/(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'`]+/giu)) {
    const shown = withoutEnding(match[0])
    const href = linkTo(shown)
    if (href === undefined) continue
    if (match.index > from) pieces.push({ text: line.slice(from, match.index) })
    pieces.push({ text: shown, href })
    from = match.index + shown.length
  }
  if (from < line.length || pieces.length === 0) pieces.push({ text: line.slice(from) })
  return pieces
}

/** Punctuation that ends the sentence, not the address; a closing bracket stays when the address opened it too. */
function withoutEnding(address: string): string {
  const shorter = address.replace(/[.,;:!?…»”’*_]+$/u, '')
  const count = (mark: string) => shorter.split(mark).length
  const loose =
    (shorter.endsWith(')') && count(')') > count('(')) || (shorter.endsWith(']') && count(']') > count('['))
  if (loose) return withoutEnding(shorter.slice(0, -1))
  return shorter
}

/**
 * Where an address leads; undefined when it should stay text: with a name and password before the host, as a number, within
 * one's own network, in letters that look like others, with marks that cannot be seen, or too long.
 */
function linkTo(address: string): string | undefined {
  if (address.length > longestAddress || /[\p{C}\\]/u.test(address)) return undefined
  const host = /^https?:\/\/([^/?#:@]+)(?::\d{1,5})?(?:[/?#]|$)/i.exec(address)?.[1]
  if (host === undefined || !/^(?:[a-z0-9åäö-]+\.)+[a-zåäö][a-z0-9åäö-]+$/i.test(host)) return undefined
  if (/(?:^|\.)xn--/i.test(host)) return undefined
  return URL.parse(address)?.href
}
