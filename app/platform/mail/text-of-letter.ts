/** One header: its name in small letters, and all of it on one line. */
export interface Header {
  name: string
  line: string
}

/** A part of a letter, or the letter itself: its headers and what comes after the first empty line. */
export interface Part {
  headers: Header[]
  body: Buffer
}

/** The longest header that is read, in characters; a longer one counts as not there. */
export const longestHeader = 2_000
/** How deep parts may lie within each other, and how many are looked at in all. */
const deepest = 6
const mostParts = 60

/**
 * Finds the part that holds the text: the first plain one, else the first web page. Reads each byte a few times at most:
 * a parser given everything can be kept busy for minutes by the headers of parts that nobody wants.
 */
export function textOfLetter(letter: Part): { text: Part | undefined; attachments: number } {
  const found: { plain?: Part; html?: Part; attachments: number; looked: number } = {
    attachments: 0,
    looked: 0,
  }
  look(letter, 0, found)
  return { text: found.plain ?? found.html, attachments: found.attachments }
}

function look(
  part: Part,
  depth: number,
  found: { plain?: Part; html?: Part; attachments: number; looked: number },
): void {
  found.looked++
  if (found.looked > mostParts) return
  const type = valueOf(part, 'content-type') ?? 'text/plain'
  const boundary = /^multipart\//i.test(type) ? boundaryIn(type) : undefined
  if (boundary !== undefined && depth < deepest) {
    for (const inner of partsBetween(part.body, boundary)) look(inner, depth + 1, found)
    return
  }
  if (/^attachment\b/i.test(valueOf(part, 'content-disposition') ?? '')) found.attachments++
  else if (/^text\/plain\b/i.test(type)) found.plain ??= part
  else if (/^text\/html\b/i.test(type)) found.html ??= part
}

function boundaryIn(type: string): string | undefined {
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? []
  return quoted ?? bare
}

function* partsBetween(body: Buffer, boundary: string): Generator<Part> {
  const mark = Buffer.from(`\r\n--${boundary}`, 'latin1')
  const whole = Buffer.concat([Buffer.from('\r\n'), body])
  let at = whole.indexOf(mark)
  while (at >= 0) {
    const begins = at + mark.length
    if (whole.subarray(begins, begins + 2).toString('latin1') === '--') return
    const next = whole.indexOf(mark, begins)
    const line = whole.indexOf('\r\n', begins)
    if (line >= 0 && (next < 0 || line <= next))
      yield partOf(whole.subarray(line + 2, next < 0 ? whole.length : Math.max(line + 2, next)))
    at = next
  }
}

function valueOf({ headers }: Part, name: string): string | undefined {
  const header = headers.find((one) => one.name === name && one.line.length <= longestHeader)
  return header?.line.slice(header.line.indexOf(':') + 1).trim()
}

/** Takes a letter or a part of one apart into headers and body. */
export function partOf(raw: Buffer): Part {
  const headless = raw.subarray(0, 2).toString('latin1') === '\r\n'
  const end = raw.indexOf('\r\n\r\n')
  if (headless) return { headers: [], body: raw.subarray(2) }
  const block = raw.subarray(0, end < 0 ? raw.length : end).toString('latin1')
  const headers = block
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const name = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:/.exec(line)?.[1]
      return name === undefined ? [] : [{ name: name.toLowerCase(), line }]
    })
  return { headers, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4) }
}
