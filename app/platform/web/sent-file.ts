import { setImmediate as nextTurn } from 'node:timers/promises'

/** What a form says of the file that it takes. */
export interface FileOfForm {
  /** The name of its field. */
  field: string
  /** The largest file that is read, in bytes. */
  mostBytes: number
}

/** A file as it was sent in a form. What it is tells its content, never its name. */
export interface SentFile {
  /** What the sender calls it, to be shown and nothing else: no folders, no characters that hide or turn text. */
  name: string
  bytes: Uint8Array
}

const longestName = 100

/** The name of a file without its folders, control characters and marks of direction; 100 characters at most. */
export function shownFileName(sent: string): string {
  const own = sent.split(/[/\\]/).at(-1) ?? ''
  const visible = own
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, '')
    .trim()
  return [...visible].slice(0, longestName).join('')
}

/** Room for the other fields of a form that takes a file, and for what stands between the parts, in bytes. */
export const bytesBesideFile = 200_000

// One body at a time, with a pause before each: taking a large one apart keeps this process for tens of milliseconds.
let turn: Promise<unknown> = Promise.resolve()

async function takeApart(body: Uint8Array, contentType: string): Promise<FormData | undefined> {
  const parts = turn.then(async () => {
    await nextTurn()
    try {
      return await new Response(new Uint8Array(body), {
        headers: { 'content-type': contentType },
      }).formData()
    } catch {
      return undefined
    }
  })
  turn = parts
  return parts
}

/** The fields and the file of a body in parts; undefined when it is no such body, or brings files that were not asked for. */
export async function readParts(
  body: Uint8Array,
  contentType: string,
  asked: FileOfForm,
): Promise<{ fields: [string, string][]; file: SentFile | undefined } | undefined> {
  const parts = await takeApart(body, contentType)
  if (!parts) return undefined
  const fields: [string, string][] = []
  let file: SentFile | undefined
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.push([name, value])
    else if (name !== asked.field || file !== undefined) return undefined
    // A field in which nothing was chosen comes as an empty file without a name.
    else if (value.size > 0 || value.name !== '')
      file = { name: shownFileName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return { fields, file }
}
