import { bytesBesideFile, type FileOfForm, readParts, type SentFile } from './sent-file.ts'

/** The fields of a form exactly as they were sent or as they stand at first. */
export interface FormValues {
  /** The first value of a field, or an empty text. */
  get: (name: string) => string
  /** All values of a field (checkboxes). */
  all: (name: string) => string[]
  /** Everything, for a schema: a text where one value came, a list where several did. */
  entries: () => Record<string, string | string[]>
  /** The file that was sent, where the form takes one. */
  file?: SentFile | undefined
}

/** Values made from a record; undefined fields count as empty. */
export function valuesOf(record: Record<string, string | string[] | undefined>, file?: SentFile): FormValues {
  const lists = new Map(
    Object.entries(record).map(([name, value]) => [
      name,
      value === undefined ? [] : Array.isArray(value) ? value : [value],
    ]),
  )
  return {
    file,
    get: (name) => lists.get(name)?.[0] ?? '',
    all: (name) => lists.get(name) ?? [],
    entries: () =>
      Object.fromEntries(
        [...lists].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]),
      ),
  }
}

/** The largest request body that is read, in bytes: room for a field of 1 MB in its percent-encoded form. */
export const largestBodyBytes = 4_000_000

/**
 * Reads an urlencoded body, or one in parts where the form takes a file. Returns `'too-large'` past the limit, `'files'` for
 * files that were not asked for, and `'unreadable'` for another content type.
 * Bytes that are not UTF-8 become U+FFFD, which the field builders then name as a problem.
 */
export async function readForm(
  request: Request,
  file?: FileOfForm,
): Promise<FormValues | 'too-large' | 'files' | 'unreadable'> {
  const contentType = request.headers.get('content-type') ?? ''
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  const inParts = type === 'multipart/form-data' && file !== undefined
  const most = inParts ? file.mostBytes + bytesBesideFile : largestBodyBytes
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large'
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return 'too-large'
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (inParts) {
    const parts = await readParts(body, contentType, file)
    if (!parts) return 'files'
    if (parts.file && parts.file.bytes.byteLength > file.mostBytes) return 'too-large'
    return gathered(parts.fields, parts.file)
  }
  if (type?.startsWith('multipart/')) return 'files'
  if (size > 0 && type !== 'application/x-www-form-urlencoded') return 'unreadable'
  return gathered(new URLSearchParams(body.toString('utf8')))
}

const mostFields = 2_000

function gathered(sent: Iterable<[string, string]>, file?: SentFile): FormValues | 'unreadable' {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  let count = 0
  for (const [name, value] of sent) {
    if (++count > mostFields) return 'unreadable'
    ;(fields[name] ??= []).push(value.replaceAll('\r\n', '\n'))
  }
  return valuesOf(withChosenTexts(fields), file)
}

/** Where two texts stood side by side, the field gets the text that was chosen: mine, theirs, or the combined one it holds. */
function withChosenTexts(fields: Record<string, string[]>): Record<string, string[]> {
  for (const [name, [choice = '']] of Object.entries(fields)) {
    const field = /^choice-(.+)$/.exec(name)?.[1]
    const chosen = field === undefined ? undefined : fields[`${choice}-${field}`]
    if (field !== undefined && chosen && (choice === 'mine' || choice === 'theirs')) fields[field] = chosen
  }
  return fields
}

/** Characters that cannot stand in a page are shown as their replacement mark; everything else stays as typed. */
export function displayable(values: FormValues): FormValues {
  const clean = (text: string) => text.replaceAll('\0', '\u{fffd}').toWellFormed()
  return valuesOf(
    Object.fromEntries(
      Object.entries(values.entries()).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(clean) : clean(value),
      ]),
    ),
  )
}
