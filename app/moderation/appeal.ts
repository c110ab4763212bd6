import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import {
  type Appeal,
  type AppealOutcome,
  endHiding,
  type Hiding,
  saveAnswer,
  saveAppeal,
} from './hiding-store.ts'
import { reviewable } from './reviewable.ts'
import { tellWriter } from './tell-people.ts'

/** The writer of a hidden text asks the programme office to look at it again. */
export async function appealAgainstHiding(
  database: Database,
  { person, now, requestId, newId, lang, hiding, words }: Acting & { hiding: Hiding; words: string },
): Promise<Outcome> {
  const id = newId()
  const saved = await saveAppeal(database, {
    id,
    hidingId: hiding.id,
    municipalityCode: hiding.municipalityCode,
    personId: person.id,
    words,
    at: now,
  })
  if (!saved) return refuse('', texts[lang].moderation.appeal.already)
  await record(database, {
    chain: hiding.municipalityCode,
    action: 'text.appealed',
    recordKind: 'hiding',
    recordId: hiding.id,
    personId: person.id,
    requestId,
    at: now,
    after: { words },
  })
  return done()
}

/** Decides an appeal: the text is shown again or stays hidden. The writer is told with the reasons. */
export async function answerAppeal(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    appeal,
    hiding,
    outcome,
    words,
    addressOf,
  }: Acting & {
    appeal: Appeal
    hiding: Hiding
    outcome: AppealOutcome
    words: string
    addressOf: (lang: Lang, hidingId: string) => string
  },
): Promise<Outcome> {
  const { changed } = texts[lang].moderation.answer
  const saved = await saveAnswer(database, { id: appeal.id, outcome, personId: person.id, words, at: now })
  if (!saved) return refuse('', changed)
  if (outcome === 'restored') {
    if (!(await endHiding(database, { id: hiding.id, personId: person.id, words, at: now })))
      return refuse('', changed)
    await asSystem(database, (system) => reviewable[hiding.kind].show(system, hiding.recordId))
  }
  await tellWriter(database, {
    writerId: hiding.writerId,
    key: appeal.id,
    kind: hiding.kind,
    what: outcome === 'restored' ? 'shown' : 'stays',
    because: hiding.because,
    explanation: words,
    address: (language) => addressOf(language, hiding.id),
  })
  await record(database, {
    chain: hiding.municipalityCode,
    action: 'text.appeal-answered',
    recordKind: 'hiding',
    recordId: hiding.id,
    personId: person.id,
    requestId,
    at: now,
    before: { words: appeal.words },
    after: { outcome, words },
  })
  return done()
}
