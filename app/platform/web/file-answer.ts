import type { Continuation } from './page.ts'

/** What a form answers with where it makes a file: to be saved under its name, kept by nobody on the way. */
export function fileAnswer({ bytes, type, name }: NonNullable<Continuation['file']>): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}
