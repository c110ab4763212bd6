import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { HidingReason, TextUnderReview } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { endHiding, openHidingOf, saveHiding } from './hiding-store.ts'
import { reviewable, type TextKind } from './reviewable.ts'
import { answerReports, tellWriter } from './tell-people.ts'

type Reviewing = Acting & {
  kind: TextKind
  id: string
  text: TextUnderReview
  /** Whole address of the writer's page about a hiding. */
  addressOf: (lang: Lang, hidingId: string) => string
}

/** Hides a text from everybody, with a reason: the writer is told and can appeal; open reports get their answer. */
export async function hideText(
  database: Database,
  { because, explanation, ...reviewing }: Reviewing & { because: HidingReason; explanation: string },
): Promise<Outcome> {
  const { person, now, requestId, newId, lang, kind, id, text, addressOf } = reviewing
  const hiding = {
    id: newId(),
    kind,
    recordId: id,
    municipalityCode: text.municipalityCode,
    because,
    words: explanation,
    hiddenBy: person.id,
    hiddenAt: now,
    writerId: text.writerId,
  }
  if (!(await saveHiding(database, hiding))) return refuse('', texts[lang].moderation.review.changed)
  // A moderator need not work where the text was written: the row is the room's own.
  await asSystem(database, (system) => reviewable[kind].hide(system, id, { at: now, because }))
  await answerReports(database, { kind, id, outcome: 'hidden', now })
  await tellWriter(database, {
    writerId: text.writerId,
    key: hiding.id,
    kind,
    what: 'hidden',
    because,
    explanation,
    address: (language) => addressOf(language, hiding.id),
  })
  await record(database, {
    chain: text.municipalityCode,
    action: 'text.hidden',
    recordKind: 'hiding',
    recordId: hiding.id,
    personId: person.id,
    requestId,
    at: now,
    before: { kind, id, texts: text.texts },
    after: { because, explanation },
  })
  return done()
}

/** Leaves a reported text as it is; its open reports get their answer. */
export async function keepText(
  database: Database,
  { person, now, requestId, kind, id, text }: Reviewing,
): Promise<Outcome> {
  await asSystem(database, async (system) => reviewable[kind].keep?.(system, id))
  await answerReports(database, { kind, id, outcome: 'kept', now })
  await record(database, {
    chain: text.municipalityCode,
    action: 'text.report-answered',
    recordKind: 'report',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { kind, id, outcome: 'kept' },
  })
  return done()
}

/** Lets everybody read a hidden text again, and tells the writer. */
export async function showText(
  database: Database,
  { explanation, ...reviewing }: Reviewing & { explanation: string },
): Promise<Outcome> {
  const { person, now, requestId, lang, kind, id, text, addressOf } = reviewing
  const hiding = await openHidingOf(database, kind, id)
  const ended =
    hiding && (await endHiding(database, { id: hiding.id, personId: person.id, words: explanation, at: now }))
  if (!hiding || !ended) return refuse('', texts[lang].moderation.review.changed)
  await asSystem(database, (system) => reviewable[kind].show(system, id))
  await tellWriter(database, {
    writerId: hiding.writerId,
    key: hiding.id,
    kind,
    what: 'shown',
    because: hiding.because,
    explanation,
    address: (language) => addressOf(language, hiding.id),
  })
  await record(database, {
    chain: text.municipalityCode,
    action: 'text.shown',
    recordKind: 'hiding',
    recordId: hiding.id,
    personId: person.id,
    requestId,
    at: now,
    before: { because: hiding.because, explanation: hiding.words },
    after: { explanation },
  })
  return done()
}
