import { join } from 'node:path'
import { checkJobs } from './decisions/index.ts'
import { evaluateAgainJobs, evaluationJobs, lookJobs } from './evaluations/index.ts'
import { poolingJobs } from './lessons/index.ts'
import { importFileJobs, reminderJobs } from './measurements/index.ts'
import { stillMay } from './membership/index.ts'
import { moderationJobs } from './moderation/index.ts'
import { feedbackRetention, noticesJobs } from './notices/index.ts'
import { ownDataJobs } from './own-data/index.ts'
import { factorResetJobs } from './people/index.ts'
import type { Configuration } from './platform/configuration.ts'
import type { NewId } from './platform/identifiers.ts'
import type { Jobs, RecurringJob } from './platform/jobs/worker.ts'
import { mailJobs } from './platform/mail/send-mail.ts'
import { pathTo } from './platform/web/address.ts'
import { recordJobs } from './record/index.ts'
import { searchJobs } from './search/index.ts'

/** Every job of every room, and those that come round by the clock. Rooms hand theirs out through their doors. */
export function jobsOfRooms(
  configuration: Configuration,
  newId: NewId,
): { jobs: Jobs; recurring: RecurringJob[] } {
  const { baseUrl, dataFolder, mailFrom, mailIn, smtpUrl } = configuration
  const mail = mailJobs({ smtpUrl, folder: join(dataFolder, 'posti'), from: mailFrom, stillMay })
  const checks = checkJobs(baseUrl)
  const reminders = reminderJobs({ baseUrl, replyDomain: mailIn?.domain })
  const moderation = moderationJobs({
    linkTo: (lang) => baseUrl + pathTo(lang, 'moderation-queue'),
    writersPage: (lang, hidingId) => baseUrl + pathTo(lang, 'appeal-hiding', { hidingId }),
  })
  const daily = recordJobs()
  const ownData = ownDataJobs({
    dataFolder,
    addressOf: (name, lang, parameters) => baseUrl + pathTo(lang, name, parameters),
    later: feedbackRetention,
  })
  return {
    jobs: {
      ...mail.jobs,
      ...searchJobs,
      ...checks.jobs,
      ...factorResetJobs({ linkTo: (lang) => baseUrl + pathTo(lang, 'my-sign-ins') }),
      ...reminders.jobs,
      ...importFileJobs(newId),
      ...evaluationJobs,
      ...evaluateAgainJobs.jobs,
      ...lookJobs.jobs,
      ...poolingJobs.jobs,
      ...moderation.jobs,
      ...daily.jobs,
      ...ownData.jobs,
      ...noticesJobs.jobs,
    },
    recurring: [
      ...mail.recurring,
      ...checks.recurring,
      ...evaluateAgainJobs.recurring,
      ...lookJobs.recurring,
      ...reminders.recurring,
      ...poolingJobs.recurring,
      ...moderation.recurring,
      ...daily.recurring,
      ...ownData.recurring,
    ],
  }
}
