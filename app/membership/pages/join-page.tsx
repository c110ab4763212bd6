import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { pathTo } from '../../platform/web/address.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { askToJoin, municipalityOfAddress } from '../join-by-domain.ts'

/** Asking for an employee's rights on the strength of one's e-mail address. */
export const joinPage: FormPage<{ code: string | undefined }, Record<string, never>> = {
  load: async (visit) => ({
    code: visit.person && (await municipalityOfAddress(visit.database, visit.person.email)),
  }),
  form: () => z.object({}),
  view: ({ visit, data: { code }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    return {
      title: words.join.title,
      hidden: true,
      breadcrumb: [{ text: words.mine.title, href: visit.to('memberships') }, { text: words.join.title }],
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.join.title}</PageTitle>
          {code === undefined ? (
            <>
              <Lede>{words.join.noDomain}</Lede>
              <ButtonLink kind="secondary" href={visit.to('memberships')}>
                {words.mine.title}
              </ButtonLink>
            </>
          ) : (
            <>
              <Lede>{words.join.fits(visit.person?.email ?? '', placeName(code, lang))}</Lede>
              <p>{words.join.what}</p>
              <Form lang={lang} submission={form.submission}>
                <ButtonRow>
                  <Button>{words.join.send}</Button>
                </ButtonRow>
              </Form>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit }) => {
    if (!acting) throw new Error('nobody asks to join')
    const outcome = await askToJoin(database, {
      ...acting,
      linkTo: (lang, code) => visit.absolute(pathTo(lang, 'membership-requests', { code })),
    })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'memberships' }, notice: texts[visit.lang].membership.join.sent })
  },
}
