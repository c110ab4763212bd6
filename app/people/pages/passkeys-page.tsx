import { z } from 'zod'
import { formatDate } from '../../platform/format.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Lede,
  Notice,
  PageTitle,
  Section,
  SummaryList,
  TextField,
} from '../../ui/index.ts'
import { beginSession } from '../begin-session.ts'
import { browserInWords } from '../browser-in-words.ts'
import { addPasskey, registrationOptions } from '../passkeys.ts'
import { mayChangeWaysIn, type WaysIn, waysInOf } from '../ways-in.ts'
import { PasskeyCeremony, passkeyScript } from './passkey-ceremony.tsx'

interface MyPasskeys extends WaysIn {
  question: string
  mayChange: boolean
}

/** The longest name of a passkey, in characters. */
export const longestName = 60

/** The passkeys of a person, and adding one for the device at hand. */
export const passkeysPage: FormPage<MyPasskeys, { answer: string; name: string | null }> = {
  load: async (visit) => {
    const { person, database } = visit
    if (!person) return { passkeys: [], codesLeft: 0, question: '', mayChange: false }
    const ways = await waysInOf(database, person.id)
    const question = await registrationOptions(visit, person, ways.passkeys)
    return { ...ways, question, mayChange: mayChangeWaysIn(person, ways) }
  },
  form: (lang) => z.object({ answer: z.string().default(''), name: optionalText(lang, longestName) }),
  initial: (_, visit) => ({ name: browserInWords(visit.userAgent) }),
  view: ({ visit, data, form }) => {
    const { passkeys: words, signIns, confirm } = texts[visit.lang].people
    const day = (moment: Date) => formatDate(visit.lang, moment)
    return {
      title: words.title,
      hidden: true,
      scripts: [passkeyScript],
      breadcrumb: [{ text: signIns.title, href: visit.to('my-sign-ins') }, { text: words.title }],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {data.passkeys.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <SummaryList
              rows={data.passkeys.map((passkey) => ({
                term: passkey.name,
                value: (
                  <>
                    {words.made(day(passkey.madeAt))}
                    <br />
                    {passkey.usedAt ? words.used(day(passkey.usedAt)) : words.unused}
                  </>
                ),
                action: {
                  text: words.edit,
                  href: visit.to('my-passkey', { id: passkey.id }),
                  about: `: ${passkey.name}`,
                },
              }))}
            />
          )}
          {data.mayChange ? (
            <Section title={words.addTitle}>
              <PasskeyCeremony
                lang={visit.lang}
                kind="registration"
                question={data.question}
                submission={form.submission}
              >
                <TextField
                  name="name"
                  label={words.name}
                  hint={words.nameHint}
                  value={form.values.get('name')}
                />
              </PasskeyCeremony>
            </Section>
          ) : (
            <Notice kind="attention">
              <p>{words.strongFirst}</p>
              <ButtonRow>
                <ButtonLink href={visit.to('confirm-sign-in')} kind="secondary">
                  {confirm.account}
                </ButtonLink>
              </ButtonRow>
            </Notice>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    const words = texts[visit.lang].people.passkeys
    if (!acting || !data.mayChange) return { ok: false, problems: [{ field: '', text: words.strongFirst }] }
    const { person } = acting
    const name = input.name ?? (browserInWords(visit.userAgent) || words.ownName)
    const added = await addPasskey(database, visit, { person, answerText: input.answer, name })
    if (added !== 'added') {
      const text = added === 'too-many' ? words.tooMany : words.refused
      return { ok: false, keep: true, problems: [{ field: '', text }] }
    }
    // Whoever has just shown a second factor need not show it again.
    const cookies =
      person.session?.severalFactors === false
        ? [
            await beginSession(database, visit, {
              personId: person.id,
              strength: 'passkey',
              severalFactors: true,
            }),
          ]
        : []
    return done({ to: { name: 'my-passkeys' }, notice: words.added, cookies })
  },
}
