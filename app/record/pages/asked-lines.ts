import { municipalityByCode } from '../../municipalities/index.ts'
import { parseDay } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { readableChains } from '../log-policy.ts'
import type { LogFilter } from '../log-store.ts'

/** The fields of the search as they were asked for, and what they come to. */
export interface AskedLines {
  asked: Record<(typeof fields)[number], string>
  filter: LogFilter
  problems: { field: string; text: string }[]
}

const fields = ['chain', 'from', 'until', 'person', 'action', 'record'] as const

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Reads what was asked for in the address. Whoever may read only some chains gets lines of those, whatever was asked. A
 * person stands in an address by id alone: anything else there is left out and said to be unreadable.
 */
export function askedLines(visit: Visit): AskedLines {
  const words = texts[visit.lang].record.search
  const asked = Object.fromEntries(
    fields.map((name) => [name, (visit.query[name] ?? '').trim()]),
  ) as AskedLines['asked']
  const problems: AskedLines['problems'] = []
  const day = (field: 'from' | 'until') => {
    if (asked[field] === '') return undefined
    const read = parseDay(asked[field])
    if (read === undefined) problems.push({ field, text: words.unreadableDay })
    return read
  }
  const mine = readableChains(visit)
  const known = asked.chain === '000' || municipalityByCode(asked.chain) !== undefined
  const chain = known && (mine === 'every' || mine.includes(asked.chain)) ? asked.chain : undefined
  if (asked.person !== '' && !uuid.test(asked.person)) {
    asked.person = ''
    problems.push({ field: 'email', text: words.personByEmail })
  }
  return {
    asked,
    problems,
    filter: {
      chain: chain ?? (mine !== 'every' && mine.length === 1 ? mine[0] : undefined),
      from: day('from'),
      until: day('until'),
      personId: asked.person === '' ? undefined : asked.person,
      action: asked.action === '' ? undefined : asked.action,
      recordId: asked.record === '' ? undefined : asked.record,
    },
  }
}
