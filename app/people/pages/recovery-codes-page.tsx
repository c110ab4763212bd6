import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, Notice, PageTitle } from '../../ui/index.ts'
import { makeRecoveryCodes } from '../recovery-codes.ts'
import { mayChangeWaysIn, type WaysIn, waysInOf } from '../ways-in.ts'

interface MyCodes extends WaysIn {
  mayChange: boolean
}

/** Recovery codes for paper: how many are left, and a new set, shown once. */
export const recoveryCodesPage: FormPage<MyCodes, Record<string, never>> = {
  load: async (visit) => {
    const { person, database } = visit
    if (!person) return { passkeys: [], codesLeft: 0, mayChange: false }
    const ways = await waysInOf(database, person.id)
    return { ...ways, mayChange: mayChangeWaysIn(person, ways) }
  },
  form: () => z.object({}),
  view: ({ visit, data, form }) => {
    const { recovery: words, signIns, passkeys, confirm } = texts[visit.lang].people
    const breadcrumb = [{ text: signIns.title, href: visit.to('my-sign-ins') }, { text: words.title }]
    if (form.shownOnce) {
      const rests = (visit.person?.session?.resting.length ?? 0) > 0
      return {
        title: words.shownTitle,
        hidden: true,
        breadcrumb,
        body: (
          <>
            <PageTitle>{words.shownTitle}</PageTitle>
            <Lede>{words.shownText}</Lede>
            <ol class="recovery-codes">
              {form.shownOnce.map((code) => (
                <li>
                  <code>{code.replace(/(.{5})/, '$1 ')}</code>
                </li>
              ))}
            </ol>
            <ButtonRow>
              <ButtonLink href={visit.to(rests ? 'confirm-sign-in' : 'my-sign-ins')}>{words.goOn}</ButtonLink>
            </ButtonRow>
          </>
        ),
      }
    }
    return {
      title: words.title,
      hidden: true,
      breadcrumb,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <p>{data.codesLeft === 0 ? words.none : words.left(data.codesLeft)}</p>
          {data.mayChange ? (
            <Form lang={visit.lang} submission={form.submission}>
              {data.codesLeft > 0 && <p>{words.makeNewText}</p>}
              <ButtonRow>
                <Button kind={data.codesLeft > 0 ? 'secondary' : 'primary'}>
                  {data.codesLeft > 0 ? words.makeNew : words.make}
                </Button>
              </ButtonRow>
            </Form>
          ) : (
            <Notice kind="attention">
              <p>{passkeys.strongFirst}</p>
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
  submit: async (database, { visit, acting, data }) => {
    if (!acting || !data.mayChange) return refuse('', texts[visit.lang].people.passkeys.strongFirst)
    const shownOnce = await makeRecoveryCodes(database, visit, acting.person)
    return done({ to: { name: 'my-recovery-codes' }, shownOnce })
  },
}
