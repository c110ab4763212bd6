import { unzip } from '../platform/unzip.ts'
import { zip } from '../platform/zip.ts'
import { manifestOf } from './bundle.ts'

/** When archives that were changed on the way are packed again. */
export const packedAt = new Date('2026-05-20T08:00:00Z')

/** The files of a bundle, as texts. */
export function filesOf(bundle: Buffer): Map<string, string> {
  const unpacked = unzip(bundle, { files: 1_000, bytes: 50_000_000 })
  if (!unpacked.ok) throw new Error(unpacked.fault)
  return new Map([...unpacked.files].map(([name, content]) => [name, content.toString('utf8')]))
}

/** The bundle with one file changed; whoever changes it may also write the list of checksums anew. */
export function tampered(
  bundle: Buffer,
  name: string,
  change: (text: string) => string,
  coverUp = false,
): Buffer {
  const files = filesOf(bundle)
  const before = files.get(name) ?? ''
  const after = change(before)
  if (after === before) throw new Error(`${name} was to be changed`)
  files.set(name, after)
  const entries = [...files].map(([one, content]) => ({ name: one, content }))
  if (coverUp) {
    const others = entries.filter((one) => one.name !== 'MANIFEST.txt')
    return zip([...others, { name: 'MANIFEST.txt', content: manifestOf(others) }], packedAt)
  }
  return zip(entries, packedAt)
}
