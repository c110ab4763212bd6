import { z } from 'zod'
import { requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  Section,
  TextField,
} from '../../ui/index.ts'
import { safeNextPath } from '../next-path.ts'
import { signInOptions } from '../passkeys.ts'
import { confirmWithRecoveryCode } from '../recovery-codes.ts'
import { type WaysIn, waysInOf } from '../ways-in.ts'
import { PasskeyCeremony, passkeyScript } from './passkey-ceremony.tsx'

interface Confirm extends WaysIn {
  question: string
  /** The roles that rest, in words. */
  roles: string
}

const nextOf = (visit: Visit) => safeNextPath(visit.query.next)

/** Whoever acts for others and came by a link alone shows here in a second way who they are; until then those roles rest. */
export const confirmSignInPage: FormPage<Confirm, { code: string }> = {
  load: async (visit) => {
    const { person, database, lang } = visit
    if (!person) return { passkeys: [], codesLeft: 0, question: '', roles: '' }
    const resting = person.session?.resting ?? []
    const roles = [...new Set(resting.map(({ role }) => texts[lang].people.roles[role]))]
    return {
      ...(await waysInOf(database, person.id)),
      question: await signInOptions(visit),
      roles: new Intl.ListFormat(lang).format(roles),
    }
  },
  form: (lang) => z.object({ code: requiredText(lang, texts[lang].people.confirm.codeMissing, 40) }),
  view: ({ visit, data, form }) => {
    const { confirm: words, signIn } = texts[visit.lang].people
    const next = nextOf(visit) ?? visit.to('front')
    const head = { title: words.title, hidden: true, scripts: [passkeyScript] }
    if (data.roles === '')
      return {
        ...head,
        body: (
          <>
            <PageTitle>{words.title}</PageTitle>
            <EmptyState text={words.notNeeded} action={{ href: next, text: words.goOn }} />
          </>
        ),
      }
    const hasNothing = data.passkeys.length === 0 && data.codesLeft === 0
    return {
      ...head,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede(data.roles)}</Lede>
          {hasNothing && (
            <Section title={words.firstTitle}>
              <p>{words.firstText}</p>
              <ButtonRow>
                <ButtonLink href={visit.to('my-passkeys')}>{words.addPasskey}</ButtonLink>
                <ButtonLink href={visit.to('my-recovery-codes')} kind="secondary">
                  {words.makeCodes}
                </ButtonLink>
              </ButtonRow>
            </Section>
          )}
          {data.passkeys.length > 0 && (
            <Section title={words.byPasskey}>
              <p>{signIn.passkeyText}</p>
              <PasskeyCeremony
                lang={visit.lang}
                kind="sign-in"
                question={data.question}
                action={visit.to('sign-in-passkey', {}, { next: nextOf(visit) ?? undefined })}
                submission={{ ...form.submission, key: visit.newId() }}
              />
            </Section>
          )}
          {data.codesLeft > 0 && (
            <Section title={words.byCode}>
              <Form lang={visit.lang} submission={form.submission}>
                <TextField
                  name="code"
                  label={words.code}
                  hint={words.codeHint}
                  width="short"
                  autocomplete="off"
                  value={form.values.get('code')}
                  problem={problemOf(form.problems, 'code')}
                />
                <ButtonRow>
                  <Button>{words.send}</Button>
                </ButtonRow>
              </Form>
            </Section>
          )}
          <p>
            <a href={next}>{words.later}</a>
          </p>
          {!hasNothing && <p class="muted">{words.lost}</p>}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, input }) => {
    const words = texts[visit.lang].people.confirm
    if (!acting) return refuse('', words.wrong)
    const confirmed = await confirmWithRecoveryCode(database, visit, {
      person: acting.person,
      typed: input.code,
    })
    if (typeof confirmed === 'string')
      return { ok: false, keep: true, problems: [{ field: 'code', text: words[confirmed] }] }
    const next = nextOf(visit)
    return done({
      to: next === null ? { name: 'front' } : { path: next },
      notice: words.done,
      cookies: [confirmed],
    })
  },
}
