import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { answerIdea } from './idea-store.ts'
import type { Idea, PonderingOutcome } from './idea.ts'
import { indexIdea } from './index-idea.ts'
import { saveHeldPondering } from './pondering-store.ts'

/** Hours that one person really used, by name or by role. */
export interface UsedHours {
  personId: string | null
  roleWords: string | null
  hours: number
}

/** Records what came of pondering: the hours really used, the outcome, and the answer that goes to whoever told the idea. */
export async function recordPondering(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    idea,
    heldOn,
    hours,
    euros,
    outcome,
    answer,
    elsewhere,
    ideaAddress,
  }: Acting & {
    idea: Idea
    heldOn: string
    hours: UsedHours[]
    euros: number
    outcome: PonderingOutcome
    answer: string
    elsewhere: { experimentId: string | null; url: string | null }
    ideaAddress: string
  },
): Promise<Outcome> {
  await saveHeldPondering(database, {
    id: newId(),
    ideaId: idea.id,
    municipalityCode: idea.municipalityCode,
    heldOn,
    euros,
    hours,
  })
  const answered = {
    state: outcome,
    answer,
    elsewhereExperimentId: outcome === 'tried_elsewhere' ? elsewhere.experimentId : null,
    elsewhereUrl: outcome === 'tried_elsewhere' ? elsewhere.url : null,
  }
  if (!(await answerIdea(database, idea.id, { ...answered, now })))
    return refuse('', texts[lang].ideas.record.alreadyAnswered)
  await indexIdea(database, { ...idea, ...answered })
  for (const contact of await contactsOf(database, [idea.toldBy])) {
    const words = texts[contact.lang].ideas
    await queueMail(database, {
      key: `answer ${idea.id}`,
      to: contact.email,
      subject: words.answerMail.subject(words.states[outcome]),
      text: words.answerMail.text({
        trial: idea.trial,
        outcome: words.states[outcome],
        answer,
        address: ideaAddress,
      }),
    })
  }
  await record(database, {
    chain: idea.municipalityCode,
    action: 'pondering.held',
    recordKind: 'idea',
    recordId: idea.id,
    personId: person.id,
    requestId,
    at: now,
    before: { state: idea.state },
    after: { state: outcome, answer, heldOn, euros, hours: hours.map((entry) => ({ ...entry })) },
  })
  return done()
}
