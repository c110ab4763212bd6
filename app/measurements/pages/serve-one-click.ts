import type { Hono } from 'hono'
import { personById } from '../../people/index.ts'
import { actAs, asSystem } from '../../platform/database/acting.ts'
import type { Database } from '../../platform/database/database.ts'
import { languages } from '../../platform/language.ts'
import { pathTo } from '../../platform/web/address.ts'
import type { SiteEnvironment } from '../../platform/web/site.ts'
import { personOfStopLink } from '../answer-addresses.ts'
import { oneClickPath } from '../send-weekly-reminders.ts'
import { stopReminders } from '../stop-reminders.ts'

/**
 * Where mail programs post `List-Unsubscribe=One-Click` (RFC 8058): the reminders stop at once, without cookies, pages or
 * questions. Whoever opens the address in a browser is led to the page with the button. A forged address answers as a
 * good one does.
 */
export function serveOneClick(
  hono: Hono<SiteEnvironment>,
  { database, now }: { database: Database; now: () => Date },
): void {
  for (const lang of languages) {
    const path = `${oneClickPath}/${lang}`
    hono.get(path, (context) =>
      context.redirect(pathTo(lang, 'stop-reminders', {}, { token: context.req.query('token') }), 302),
    )
    hono.post(path, async (context) => {
      const at = now()
      const personId = await personOfStopLink(database, context.req.query('token') ?? '')
      if (personId !== undefined)
        await database.transaction().execute(async (transaction) => {
          const person = await asSystem(transaction, (system) => personById(system, personId, at))
          if (!person) return
          await actAs(transaction, person)
          await stopReminders(transaction, { person, now: at, requestId: context.get('requestId') })
        })
      return context.text('', 200)
    })
  }
}
