import { z } from 'zod'
import { formatMoment } from '../../platform/format.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  Section,
  SummaryList,
  Tag,
} from '../../ui/index.ts'
import { endSessions } from '../end-sessions.ts'
import { identityProvider, type IdentityProvider, identityProviders } from '../identity-providers.ts'
import { issuersOf } from '../organisation-account-store.ts'
import { type KeptSession, sessionsOf } from '../session-store.ts'
import { sessionCookie } from '../session-token.ts'
import { unjoinAccount } from '../unjoin-account.ts'
import { mayChangeWaysIn, type WaysIn, waysInOf } from '../ways-in.ts'

interface SignIns extends WaysIn {
  sessions: KeptSession[]
  providers: (IdentityProvider & { joined: boolean })[]
}

/** Where a person is signed in, by what they come in, and signing out there or everywhere. */
export const signInsPage: FormPage<SignIns, { end: string | null; unjoin: string | null }> = {
  load: async (visit) => {
    const { person, database, now } = visit
    if (!person) return { sessions: [], providers: [], passkeys: [], codesLeft: 0 }
    const issuers = await issuersOf(database, person.id)
    return {
      ...(await waysInOf(database, person.id)),
      sessions: await sessionsOf(database, person.id, now),
      providers: identityProviders().map((provider) => ({
        ...provider,
        joined: issuers.includes(provider.issuer),
      })),
    }
  },
  form: (lang) => z.object({ end: optionalText(lang, 40), unjoin: optionalText(lang, 40) }),
  view: ({ visit, data, form }) => {
    const { signIns: words, passkeys, recovery, confirm } = texts[visit.lang].people
    const own = visit.person?.session
    const when = (moment: Date) => formatMoment(visit.lang, moment)
    const another = () => ({ ...form.submission, key: visit.newId() })
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {(own?.resting.length ?? 0) > 0 && (
            <Notice kind="attention" title={confirm.title}>
              <ButtonRow>
                <ButtonLink href={visit.to('confirm-sign-in')}>{confirm.account}</ButtonLink>
              </ButtonRow>
            </Notice>
          )}
          <Section title={words.browsers}>
            <Form lang={visit.lang} submission={form.submission}>
              <ul class="plain-list">
                {data.sessions.map((session) => {
                  const browser = session.browser || words.unknownBrowser
                  const here = session.id === own?.id
                  return (
                    <li>
                      <h3>
                        {browser} {here && <Tag kind="spruce">{words.here}</Tag>}
                      </h3>
                      <p>
                        {words.begun(when(session.begunAt), words.by[session.strength])}
                        <br />
                        {words.seen(when(session.lastSeenAt))}
                      </p>
                      <ButtonRow>
                        <Button kind="secondary" name="end" value={session.id}>
                          {here ? words.endOne : words.endThere}
                          <span class="visually-hidden">{words.endAbout(browser)}</span>
                        </Button>
                      </ButtonRow>
                    </li>
                  )
                })}
              </ul>
              {data.sessions.length > 1 && <p>{words.endThereHides}</p>}
              <ButtonRow>
                <Button kind="danger" name="end" value="all">
                  {words.endAll}
                </Button>
              </ButtonRow>
            </Form>
          </Section>
          <Section title={words.ways}>
            <SummaryList
              rows={[
                {
                  term: passkeys.title,
                  value: words.passkeys(data.passkeys.length),
                  action: {
                    text: words.change,
                    href: visit.to('my-passkeys'),
                    about: `: ${passkeys.title}`,
                  },
                },
                {
                  term: recovery.title,
                  value: words.codes(data.codesLeft),
                  action: {
                    text: words.change,
                    href: visit.to('my-recovery-codes'),
                    about: `: ${recovery.title}`,
                  },
                },
                ...data.providers.map((provider) => ({
                  term: provider.name[visit.lang],
                  value: provider.joined ? (
                    <>
                      <p>{words.joined}</p>
                      <Form lang={visit.lang} submission={another()}>
                        <Button kind="quiet" name="unjoin" value={provider.key}>
                          {words.unjoin}
                        </Button>
                      </Form>
                    </>
                  ) : (
                    words.notJoined
                  ),
                  action: provider.joined
                    ? undefined
                    : {
                        text: words.join,
                        href: visit.to('sign-in-organisation', { provider: provider.key }, { join: '1' }),
                        about: `: ${provider.name[visit.lang]}`,
                      },
                })),
              ]}
            />
          </Section>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    const { signIns: words, signOut, passkeys } = texts[visit.lang].people
    if (!acting) return refuse('', words.endMissing)
    const to = { name: 'my-sign-ins' } as const
    if (input.unjoin !== null) {
      const provider = identityProvider(input.unjoin)
      if (!provider || !mayChangeWaysIn(acting.person, data)) return refuse('', passkeys.strongFirst)
      if (acting.person.email === '' && data.passkeys.length === 0) return refuse('', words.onlyWay)
      await unjoinAccount(database, { ...acting, issuer: provider.issuer })
      return done({ to, notice: words.unjoined })
    }
    if (input.end === null || !isSession(input.end)) return refuse('', words.endMissing)
    await endSessions(database, { ...acting, which: input.end })
    const hereToo = input.end === 'all' || input.end === acting.person.session?.id
    if (!hereToo) return done({ to, notice: words.ended })
    return done({
      to: { name: 'front' },
      notice: signOut.done,
      cookies: [{ name: sessionCookie, value: '', maxAgeSeconds: 0 }],
    })
  },
}

function isSession(text: string): boolean {
  return text === 'all' || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
