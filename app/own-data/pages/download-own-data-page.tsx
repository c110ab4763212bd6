import { z } from 'zod'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, Notice, PageTitle } from '../../ui/index.ts'
import { askOwnData, linkHours } from '../ask-own-data.ts'
import { freshMinutes, isFresh } from '../freshness.ts'
import { crumbsOfOwnData, FreshFirst } from './fresh-first.tsx'

/** Asks for one's own data: one press gives a link that works once, for a day, in this person's session. */
export const downloadOwnDataPage: FormPage<object, Record<string, never>> = {
  load: async () => ({}),
  form: () => z.object({}),
  view: ({ visit, form }) => {
    const words = texts[visit.lang].ownData.download
    const [link] = form.shownOnce ?? []
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          {link !== undefined ? (
            <Notice kind="success" title={words.readyTitle}>
              <p>{words.readyText(linkHours)}</p>
              <ButtonRow>
                <ButtonLink href={link}>{words.readyLink}</ButtonLink>
              </ButtonRow>
            </Notice>
          ) : (
            <>
              <Lede>{words.lede}</Lede>
              <p>{words.how(linkHours)}</p>
              {isFresh(visit, visit.now) ? (
                <Form lang={visit.lang} submission={form.submission}>
                  <ButtonRow>
                    <Button>{words.button}</Button>
                  </ButtonRow>
                </Form>
              ) : (
                <FreshFirst visit={visit} back={visit.to('download-own-data')} />
              )}
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting }) => {
    if (!acting || !isFresh(visit, visit.now))
      return refuse('', texts[visit.lang].ownData.fresh.refused(freshMinutes))
    const secret = await askOwnData(database, acting)
    return done({
      to: { name: 'download-own-data' },
      shownOnce: [visit.to('own-data-archive', { secret })],
    })
  },
}
