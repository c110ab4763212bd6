import { createHash } from 'node:crypto'
import { actAs, asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { NewId } from '../platform/identifiers.ts'
import { foundByServer, isAutomatic } from '../platform/mail/letters-in-circles.ts'
import { canonicalMailAddress } from '../platform/mail/mail-address.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { Envelope, LetterTaker, NotTaken } from '../platform/mail/receive-mail.ts'
import type { ReceivedLetter } from '../platform/mail/received-letter.ts'
import { pathTo } from '../platform/web/address.ts'
import { workRoles } from '../platform/web/visitor.ts'
import { questionsOfReply, tokensOf } from './answer-addresses.ts'
import { type Answered, answerByMail, NotStored } from './answer-by-mail.ts'
import { answerInWords } from './answer-in-words.ts'
import { answerKey } from './answer-key-store.ts'
import { openQuestion, type OpenQuestion } from './answer-reminder.ts'
import { type Became, claimLetter, lettersOnDay, noteBecame } from './received-letter-store.ts'

/** How many letters are taken from one person on one day. */
const mostLettersADay = 20

/** What taking letters needs to know of the place. */
export interface LetterParts {
  database: Database
  now: () => Date
  newId: NewId
  baseUrl: string
  /** The domain of the reply addresses. */
  domain: string
  /** The mail server in front, when it tells what it found out about senders. */
  trustedServer: string | undefined
}

const noSuchAddress: NotTaken = {
  code: 550,
  text: '5.1.1 This reply address does not exist or is no longer valid.',
}
const otherSender: NotTaken = {
  code: 550,
  text: '5.7.1 Reply from the address to which the reminder came.',
}
const automatic: NotTaken = { code: 550, text: '5.7.1 Automatic letters are not taken here.' }
const notGenuine: NotTaken = { code: 550, text: '5.7.26 The sender could not be confirmed.' }
const tooMany: NotTaken = { code: 550, text: '5.7.1 Too many letters today.' }

/**
 * Takes answers to reminders. A letter must come to a signed reply address that is still valid, from the person whose it
 * is, by its envelope and its From; nothing automatic; each once. It becomes a reading or an entry of the diary, and one
 * letter answers it. The letter itself is not kept.
 */
export function takeLetters(parts: LetterParts): LetterTaker {
  return {
    recipient: async (envelope) => {
      const opened = await openLetterbox(parts, envelope)
      return 'code' in opened ? opened : undefined
    },
    take: async (letter, envelope) => {
      const opened = await openLetterbox(parts, envelope)
      if ('code' in opened) return opened
      const [from, ...others] = letter.from
      if (others.length > 0 || !isAddressOf(opened.questions, from ?? '')) return otherSender
      if (isAutomatic(letter)) return automatic
      if (parts.trustedServer !== undefined) {
        const found = foundByServer(letter, parts.trustedServer)
        if (found === undefined || found === 'fail') return notGenuine
      }
      await takeOnce(parts, letter, envelope, opened.questions)
      return undefined
    },
  }
}

/** What may be answered at an address by this sender, or why nothing. */
async function openLetterbox(
  { database, now, domain }: LetterParts,
  { sender, recipient }: Envelope,
): Promise<{ questions: OpenQuestion[] } | NotTaken> {
  const at = recipient.lastIndexOf('@')
  const local = recipient.slice(0, at).toLowerCase()
  if (recipient.slice(at + 1).toLowerCase() !== domain || !local.startsWith('log+')) return noSuchAddress
  const moment = now()
  const asked = await questionsOfReply(database, { text: local.slice('log+'.length), now: moment })
  const questions: OpenQuestion[] = []
  for (const question of asked ?? []) {
    const open = await openQuestion(database, question, moment)
    if (open) questions.push(open)
  }
  const [first] = questions
  if (!first) return noSuchAddress
  if (!isAddressOf(questions, sender)) return otherSender
  const personId = first.person.id
  const taken = await asSystem(database, (system) => lettersOnDay(system, { personId, day: dayOf(moment) }))
  return taken >= mostLettersADay ? tooMany : { questions }
}

function isAddressOf([first]: readonly OpenQuestion[], address: string): boolean {
  const canonical = canonicalMailAddress(address)
  return (
    canonical !== undefined && canonical !== 'look-alike' && canonical === first?.person.email.toLowerCase()
  )
}

/** Stores what a letter says and queues its answer, or, when the rules refuse it, the answer alone. */
async function takeOnce(
  parts: LetterParts,
  letter: ReceivedLetter,
  envelope: Envelope,
  questions: readonly OpenQuestion[],
): Promise<void> {
  try {
    await inOneTransaction(parts, letter, envelope, questions, async (database, requestId) => {
      const [first] = questions
      if (!first) throw new Error('a letter answers nothing')
      const { person } = first
      const acting = { person, now: parts.now(), requestId, newId: parts.newId, lang: person.lang }
      return answerByMail(database, { acting, letter, questions })
    })
  } catch (error) {
    if (!(error instanceof NotStored)) throw error
    await inOneTransaction(parts, letter, envelope, questions, async () => error.answered)
  }
}

async function inOneTransaction(
  { database, now, baseUrl, domain }: LetterParts,
  letter: ReceivedLetter,
  envelope: Envelope,
  questions: readonly OpenQuestion[],
  work: (transaction: Database, requestId: string) => Promise<Answered>,
): Promise<void> {
  const [first] = questions
  if (!first) return
  const { person, question } = first
  const fingerprint = fingerprintOf(letter, envelope)
  await database.transaction().execute(async (transaction) => {
    const tokens = tokensOf(await asSystem(transaction, answerKey), person.email)
    await actAs(transaction, person)
    const claim = { fingerprint, personId: person.id, questionId: question.id, day: dayOf(now()), now: now() }
    if (!(await claimLetter(transaction, claim))) return
    const answered = await work(transaction, `mail ${fingerprint.slice(0, 16)}`)
    await noteBecame(transaction, { fingerprint, became: becameOf(answered) })
    const { subject, text } = answerInWords(person.lang, answered, {
      questions,
      attachments: letter.attachments,
      replyAddress: (open) => `log+${tokens.reply(open.question)}@${domain}`,
      addressOf: (name, lang, parameters, query) => `${baseUrl}${pathTo(lang, name, parameters, query)}`,
    })
    await queueMail(transaction, {
      key: `answer ${fingerprint}`,
      to: person.email,
      subject,
      text,
      inReplyTo: letter.messageId ?? '',
      onlyWhile: { personId: person.id, municipalityCode: question.municipalityCode, roles: workRoles },
    })
  })
}

function becameOf(answered: Answered): Became {
  return answered.kind === 'readings' || answered.kind === 'diary' ? answered.kind : 'nothing'
}

/** What makes a letter the same when it is delivered again: its Message-ID, or all it says where it has none. */
function fingerprintOf(letter: ReceivedLetter, { recipient }: Envelope): string {
  const own = letter.messageId ?? `${letter.date?.toISOString() ?? ''}\n${letter.text}`
  return createHash('sha256').update(`${recipient.toLowerCase()}\n${own}`, 'utf8').digest('hex')
}
