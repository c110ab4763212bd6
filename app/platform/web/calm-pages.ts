import { jsx } from 'hono/jsx'
import { texts } from '../../texts/index.ts'
import type { Screen } from './page.ts'
import type { Visit } from './visit.ts'

/** A page for when something went another way: what happened, whether anything was saved, what to do next. */
export interface CalmPage {
  reason:
    | 'not-found'
    | 'not-allowed'
    | 'wrong-method'
    | 'too-large'
    | 'unreadable'
    | 'cross-site'
    | 'broken'
    | 'busy'
  status: 403 | 404 | 405 | 413 | 415 | 422 | 500 | 503
  screen: Screen
}

/** The calm page for a reason, in the visitor's language. Needs no database. */
export function calmPage(reason: CalmPage['reason'], visit: Visit): CalmPage {
  const words = texts[visit.lang].site
  const pages: Record<CalmPage['reason'], [CalmPage['status'], string, string]> = {
    'not-found': [404, words.notFoundTitle, words.notFoundText],
    'not-allowed': [403, words.notAllowedTitle, words.notAllowedText],
    'wrong-method': [405, words.wrongMethodTitle, words.wrongMethodText],
    'too-large': [413, words.tooLargeTitle, words.tooLargeText],
    unreadable: [415, words.unreadableTitle, words.unreadableText],
    'cross-site': [403, words.crossSiteTitle, words.crossSiteText],
    broken: [500, words.brokenTitle, words.brokenText(visit.requestId)],
    busy: [503, words.busyTitle, words.busyText],
  }
  const [status, title, text] = pages[reason]
  const body = jsx('div', { class: 'calm-page' }, [
    jsx('h1', {}, [title]),
    jsx('p', {}, [text]),
    jsx('p', {}, [jsx('a', { href: `/${visit.lang}` }, [words.backToFront])]),
  ] as never)
  return { reason, status, screen: { title, body, hidden: true } }
}
