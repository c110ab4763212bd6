import { parseDay } from '../../platform/format.ts'
import type { FileAnswer } from '../../platform/web/page.ts'
import { headsText, type Publication } from '../publication.ts'
import { allPublications, publicationsOfDay } from '../publication-store.ts'

function answerWith(publications: readonly Publication[], fileName: string): Response {
  return new Response(headsText(publications), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  })
}

/** The heads of one day as a file. */
export const headsOfDayFile: FileAnswer<Publication[]> = {
  load: async (visit) => {
    const day = parseDay(visit.parameters.day ?? '')
    const publications = day === undefined ? [] : await publicationsOfDay(visit.database, day)
    return publications.length === 0 ? undefined : publications
  },
  answer: ({ data }) => answerWith(data, `heads-${data[0]?.day}.json`),
}

/** The heads of every day in one file. */
export const allHeadsFile: FileAnswer<Publication[]> = {
  load: (visit) => allPublications(visit.database),
  answer: ({ data }) => answerWith(data, 'heads.json'),
}
