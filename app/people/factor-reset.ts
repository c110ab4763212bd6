import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { formatMoment } from '../platform/format.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import type { Jobs } from '../platform/jobs/worker.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import {
  type Confirmation,
  giveResetUp,
  mayAskReset,
  saveReset,
  stopResetOf,
  takeDueReset,
} from './factor-reset-store.ts'
import { passkeysOf, removePasskey } from './passkey-store.ts'
import { contactsOf } from './people-store.ts'
import { removeRecoveryCodes } from './recovery-code-store.ts'
import { removeSessionsOf } from './session-store.ts'
import { waysInOf } from './ways-in.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'reset-second-factor': { resetId: string }
  }
}

/**
 * How long a reset waits before it is carried out, in hours. A second approver would be stronger, but most municipalities
 * have one administrator, and whoever is locked out must not depend on a colleague who does not exist. Instead the person
 * and the other administrators are told at once and have a working day to object, and coming in with the factor that was
 * said to be lost proves that it is not and stops the reset. A mailbox alone starts nothing: somebody must have met or
 * phoned the person.
 */
export const resetWaitHours = 24

/**
 * Asks that a person's passkeys and recovery codes be taken away, which happens after a day. Tells the person and the others
 * who look after the membership. Refused for oneself, for whoever acts for others elsewhere too, for whoever has nothing to
 * lose or no address, and while another reset waits.
 */
export async function askFactorReset(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    personId,
    municipalityCode,
    confirmedHow,
    others,
    linkTo,
  }: Acting & {
    personId: string
    municipalityCode: string | null
    confirmedHow: Confirmation
    /** The ids of the others who look after the membership. */
    others: readonly string[]
    /** The whole address of the page on which one sees one's own ways in. */
    linkTo: (lang: Lang) => string
  },
): Promise<Outcome> {
  const words = texts[lang].factorReset
  if (!(await mayAskReset(database, personId))) return refuse('', words.askOffice)
  const [holder] = await contactsOf(database, [personId])
  if (!holder) return refuse('', words.noAddress)
  const { passkeys, codesLeft } = await asSystem(database, (system) => waysInOf(system, personId))
  if (passkeys.length === 0 && codesLeft === 0) return refuse('', words.nothingToReset)
  const id = newId()
  const takesEffectAt = new Date(now.getTime() + resetWaitHours * 3_600_000)
  const reset = { id, personId, municipalityCode, askedBy: person.id, takesEffectAt }
  if (!(await saveReset(database, { ...reset, askedAt: now, confirmedHow }))) return refuse('', words.waits)
  await queueJob(
    database,
    'reset-second-factor',
    { resetId: id },
    { key: `reset ${id}`, runAt: takesEffectAt },
  )
  await queueMail(database, {
    key: `reset asked ${id}`,
    to: holder.email,
    subject: texts[holder.lang].factorReset.mail.askedSubject,
    text: texts[holder.lang].factorReset.mail.asked({
      asker: person.name,
      when: formatMoment(holder.lang, takesEffectAt),
      link: linkTo(holder.lang),
    }),
  })
  const told = others.filter((other) => other !== person.id && other !== personId)
  for (const other of await contactsOf(database, told)) {
    const { mail } = texts[other.lang].factorReset
    await queueMail(database, {
      key: `reset asked ${id} ${other.id}`,
      to: other.email,
      subject: mail.othersSubject,
      text: mail.others({
        asker: person.name,
        holder: holder.name,
        when: formatMoment(other.lang, takesEffectAt),
      }),
    })
  }
  await record(database, {
    chain: municipalityCode ?? '000',
    action: 'second-factor-reset.asked',
    recordKind: 'person',
    recordId: personId,
    personId: person.id,
    requestId,
    at: now,
    after: { confirmedHow, takesEffectAt: takesEffectAt.toISOString() },
  })
  return done()
}

/** Stops the reset of a person that waits; false when none does. Whoever acts looks after the membership or is the person. */
export async function stopFactorReset(
  database: Database,
  {
    person,
    now,
    requestId,
    personId,
  }: Pick<Acting, 'now' | 'requestId'> & { person: { id: string }; personId: string },
): Promise<boolean> {
  const stopped = await stopResetOf(database, { personId, by: person.id, now })
  if (!stopped) return false
  await record(database, {
    chain: stopped.municipalityCode ?? '000',
    action: 'second-factor-reset.stopped',
    recordKind: 'person',
    recordId: personId,
    personId: person.id,
    requestId,
    at: now,
  })
  return true
}

/** Carries out resets whose day has passed: passkeys, recovery codes and sessions go; the person is told. */
export function factorResetJobs({ linkTo }: { linkTo: (lang: Lang) => string }): Jobs {
  return {
    'reset-second-factor': async ({ resetId }, { database, now }) => {
      const reset = await takeDueReset(database, { id: resetId, now })
      if (!reset) return
      const line = {
        chain: reset.municipalityCode ?? '000',
        recordKind: 'person',
        recordId: reset.personId,
        personId: null,
        requestId: `reset ${reset.id}`,
        at: now,
      }
      // A right that has ended meanwhile carries nothing out.
      if (!reset.stillAllowed) {
        await giveResetUp(database, { id: reset.id, now })
        await record(database, { ...line, action: 'second-factor-reset.stopped' })
        return
      }
      for (const passkey of await passkeysOf(database, reset.personId))
        await removePasskey(database, reset.personId, passkey.id)
      await removeRecoveryCodes(database, reset.personId)
      await removeSessionsOf(database, reset.personId)
      for (const contact of await contactsOf(database, [reset.personId]))
        await queueMail(database, {
          key: `reset done ${reset.id}`,
          to: contact.email,
          subject: texts[contact.lang].factorReset.mail.doneSubject,
          text: texts[contact.lang].factorReset.mail.done({ link: linkTo(contact.lang) }),
        })
      await record(database, { ...line, action: 'second-factor-reset.done' })
    },
  }
}
