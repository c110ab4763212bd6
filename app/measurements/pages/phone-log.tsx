import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import type { PhoneMeasure } from '../phone-entry.ts'
import { nameOnPhones } from '../phone-store.ts'
import { phoneEntriesPath, workerPath } from '../phone-paths.ts'

/** Whose phone a page of the log is opened on; empty for nobody. */
export async function ownerOfPhone(visit: Visit): Promise<string> {
  return visit.person ? nameOnPhones(visit.database, visit.person.id) : ''
}

/**
 * Where the script of the log shows what waits on the phone and what needs the person; empty without it. `measures` are
 * kept for logging without signal: in place of those kept before, or beside them when the page knows only some.
 */
export function PhoneLog(props: {
  visit: Visit
  owner: string
  measures: readonly PhoneMeasure[]
  whole?: boolean
  /** The page that stands in without signal. */
  shell?: boolean
}) {
  const { visit } = props
  const words = texts[visit.lang]
  return (
    <phone-log
      data-owner={props.owner}
      data-measures={JSON.stringify(props.measures)}
      data-whole={props.whole ? 'yes' : undefined}
      data-shell={props.shell ? 'yes' : undefined}
      data-entries={phoneEntriesPath(visit.lang)}
      data-worker={workerPath}
      data-log={visit.to('quick-log')}
      data-sign-in={visit.to('sign-in', {}, { next: visit.to('quick-log') })}
      data-measure-path={visit.to('log-measure', { id: ':id', measureId: ':measureId' })}
      data-words={JSON.stringify(words.phoneLog.phone)}
      data-faces={JSON.stringify(words.measurements.faceNames)}
    ></phone-log>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'phone-log': Record<`data-${string}`, string | undefined>
    }
  }
}
