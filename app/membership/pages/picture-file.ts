import type { FileAnswer } from '../../platform/web/page.ts'
import { mayAdminister } from '../membership-policy.ts'
import { pictureContent } from '../picture-store.ts'
import { codeOf } from './administration.tsx'

/**
 * The picture of a municipality. What stands behind an address never changes, but browsers keep it for a day only, so that
 * one that moderators hide is gone by then everywhere. A hidden one is there for those who deal with it.
 */
export const municipalityPictureFile: FileAnswer<{ content: Buffer; isPublic: boolean }> = {
  load: async (visit) => {
    const code = codeOf(visit)
    const hash = visit.parameters.hash ?? ''
    if (code === undefined || !/^[0-9a-f]{64}$/.test(hash)) return undefined
    const found = await pictureContent(visit.database, { municipalityCode: code, hash })
    if (!found || (found.hidden && !mayAdminister(visit, { code }))) return undefined
    return { content: found.content, isPublic: found.hidden === null }
  },
  answer: ({ data: { content, isPublic } }) =>
    new Response(new Uint8Array(content), {
      headers: {
        'content-type': 'image/webp',
        'content-disposition': 'inline; filename="kuva.webp"',
        'cache-control': isPublic ? 'public, max-age=86400, immutable' : 'private, no-store',
      },
    }),
}
