import { experimentsByIds } from '../experiments/index.ts'
import { contactsOf } from '../people/index.ts'
import { dayOf } from '../platform/format.ts'
import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { pathTo } from '../platform/web/address.ts'
import { workRoles } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { takeChecksToRemind } from './follow-up-store.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'remind-of-checks': Record<string, never>
  }
}

/** Once a day: a letter to whoever is responsible when a check at 6 or 12 months falls due, once for each check. */
export function checkJobs(baseUrl: string): { jobs: Jobs; recurring: RecurringJob[] } {
  return {
    jobs: {
      'remind-of-checks': async (_, { database, now }) => {
        const due = await takeChecksToRemind(database, dayOf(now), now)
        const experiments = await experimentsByIds(
          database,
          due.map((check) => check.experimentId),
        )
        for (const check of due) {
          const experiment = experiments.get(check.experimentId)
          if (!experiment?.responsiblePersonId || experiment.municipalityCode === null) continue
          for (const contact of await contactsOf(database, [experiment.responsiblePersonId])) {
            const words = texts[contact.lang].decisions.checkMail
            const path = pathTo(contact.lang, 'follow-up', { id: experiment.id, checkId: check.id })
            await queueMail(database, {
              key: `check ${check.id}`,
              to: contact.email,
              onlyWhile: {
                personId: contact.id,
                municipalityCode: experiment.municipalityCode,
                roles: workRoles,
              },
              subject: words.subject(check.months),
              text: words.text({
                question: experiment.title,
                months: check.months,
                address: `${baseUrl}${path}`,
              }),
            })
          }
        }
      },
    },
    recurring: [{ name: 'remind-of-checks', match: '30 5 * * *' }],
  }
}
