import type { FileAnswer } from '../../platform/web/page.ts'
import { maySeePondering } from '../idea-policy.ts'
import { ponderingCalendar } from '../pondering-calendar.ts'
import { type IdeaWithPondering, ponderingAhead, readIdea } from '../read-idea.ts'

/** The agreed pondering as a calendar file. No pondering ahead, no file. */
export const ponderingCalendarFile: FileAnswer<IdeaWithPondering> = {
  load: async (visit) => {
    const found = await readIdea(visit.database, visit.parameters.id ?? '')
    return found && maySeePondering(visit, found) && ponderingAhead(found.ponderings) ? found : undefined
  },
  answer: ({ visit, data: { idea, ponderings } }) => {
    const pondering = ponderingAhead(ponderings)
    if (!pondering) throw new Error('a calendar file without a pondering')
    const address = visit.absolute(visit.to('idea', { id: idea.id }))
    return new Response(ponderingCalendar({ lang: visit.lang, idea, pondering, address, now: visit.now }), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="uskalla.ics"',
        'cache-control': 'private, no-store',
      },
    })
  },
}
