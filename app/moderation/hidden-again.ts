import type { Database } from '../platform/database/database.ts'
import type { NewId } from '../platform/identifiers.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { lastHidingOf, saveHiding } from './hiding-store.ts'
import { reviewable, type TextKind } from './reviewable.ts'
import { tellWriter } from './tell-people.ts'

/**
 * A text came back that moderators had hidden, and stands hidden again: it joins the list of hidden texts with the reason that
 * was given then, and whoever put it back is told and can appeal. Nothing happens where it is shown, or in the list already.
 */
export async function tellHiddenAgain(
  database: Database,
  {
    kind,
    id,
    now,
    newId,
    addressOf,
  }: {
    kind: TextKind
    id: string
    now: Date
    newId: NewId
    addressOf: (lang: Lang, hidingId: string) => string
  },
): Promise<void> {
  const text = await reviewable[kind].find(database, id)
  const earlier = await lastHidingOf(database, kind, id)
  if (!text?.hidden || !earlier || earlier.endedAt === null) return
  const { because } = text.hidden
  const hiding = { ...earlier, id: newId(), because, hiddenAt: now, writerId: text.writerId }
  if (!(await saveHiding(database, hiding))) return
  await tellWriter(database, {
    writerId: text.writerId,
    key: hiding.id,
    kind,
    what: 'hidden',
    because,
    explanation: earlier.words,
    address: (lang) => addressOf(lang, hiding.id),
  })
  await record(database, {
    chain: text.municipalityCode,
    action: 'text.hidden-again',
    recordKind: 'hiding',
    recordId: hiding.id,
    personId: null,
    requestId: `hidden-again ${hiding.id}`,
    at: now,
    before: { kind, id, texts: text.texts },
    after: { because, explanation: earlier.words },
  })
}
